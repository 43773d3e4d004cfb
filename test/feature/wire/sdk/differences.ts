/** What two clients made of one call, and where that differs. */
import type { Recorded, Recorder } from "../../../support/servers/recorder.js";
import { drain } from "./sdk.js";

export interface Difference {
  /** `method`, `path`, `query`, `body`, `header …`; `sent` when only one of them sent anything. */
  readonly part: string;
  readonly sdk: string;
  readonly ours: string;
}

/** What a client made of a call: a request, or its refusal. */
export type Outcome = Recorded | Error;

/** Sends one call, and takes what came of it. */
export async function outcomeOf(
  recorder: Recorder,
  send: () => Promise<unknown>,
): Promise<Outcome> {
  recorder.take();
  let refusal: unknown;
  try {
    const response = await send();
    drain(response);
    if (response instanceof ReadableStream) await response.cancel();
  } catch (error) {
    refusal = error;
  }
  const requests = recorder.take();
  if (requests.length > 1) throw new Error(`${requests.length} requests for one call`);
  const [request] = requests;
  if (request && refusal === undefined) return request;
  if (!request && refusal instanceof Error) return refusal;
  throw new Error("Sent and refused, or neither", { cause: refusal });
}

export function differences(sdk: Outcome, ours: Outcome): readonly Difference[] {
  if (sdk instanceof Error || ours instanceof Error) {
    const bothRefuse = sdk instanceof Error && ours instanceof Error;
    return bothRefuse ? [] : [{ part: "sent", sdk: show(sdk), ours: show(ours) }];
  }
  const all = [
    ...(["method", "path", "query"] as const).map((part) => ({
      part,
      sdk: sdk[part],
      ours: ours[part],
    })),
    { part: "body", sdk: bodyOf(sdk), ours: bodyOf(ours) },
    ...headerNames(sdk, ours).map((name) => ({
      part: `header ${name}`,
      sdk: headerOf(sdk, name),
      ours: headerOf(ours, name),
    })),
  ];
  return all.filter((each) => each.sdk !== each.ours);
}

/** Of long texts only where they begin to differ. */
export function excerpt({ part, sdk, ours }: Difference): Difference {
  let at = 0;
  while (at < sdk.length && sdk[at] === ours[at]) at++;
  const cut = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
  return { part, sdk: cut(sdk), ours: cut(ours) };
}

function show(outcome: Outcome): string {
  return outcome instanceof Error
    ? `${outcome.name}: ${outcome.message}`
    : `${outcome.method} ${outcome.path}${outcome.query} ${bodyOf(outcome)}`;
}

/** Headers of the connection, not of the request; and `content-length` follows from the body. */
const CONNECTION =
  /^(host|connection|keep-alive|content-length|transfer-encoding|accept-(encoding|language)|sec-fetch-mode)$/;

function headerNames(sdk: Recorded, ours: Recorded): readonly string[] {
  const names = new Set([...Object.keys(sdk.headers), ...Object.keys(ours.headers)]);
  return [...names].filter((name) => !CONNECTION.test(name)).sort();
}

/** What each client makes up for itself is compared by its presence. */
function headerOf(request: Recorded, name: string): string {
  return String(request.headers[name] ?? "(none)")
    .replace(boundaryOf(request) ?? /$^/, "(boundary)")
    .replace(/^(stripe-node-retry-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "(uuid)");
}

/** Byte for byte, but for the boundary of a multipart body. */
function bodyOf(request: Recorded): string {
  const text = request.body.toString("latin1");
  const boundary = boundaryOf(request);
  return boundary === undefined ? text : text.replaceAll(boundary, "(boundary)");
}

function boundaryOf({ headers }: Recorded): string | undefined {
  return /^multipart\/form-data; boundary=(.+)$/.exec(headers["content-type"] ?? "")?.[1];
}
