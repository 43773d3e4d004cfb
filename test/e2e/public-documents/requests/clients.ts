/** Sends a call by the generated client, and by openapi-fetch as its users write it. */
import createPeer from "openapi-fetch";
import { curlCredentials } from "../../../../generator/docs/samples/credentials.js";
import { essence, isRange, oneOfRange } from "../../../../generator/model/content/media-types.js";
import type { Model, Operation } from "../../../../generator/model/types/index.js";
import type { Call } from "./calls.js";
import { refusal } from "./prism.js";

/** Why a call was refused, by the server or before it was sent; undefined where it was taken. */
export type Send = (call: Call) => Promise<string | undefined>;

/** What a generated client exports. */
export interface Client {
  readonly createClient: (options: object) => unknown;
  readonly operations: Readonly<Record<string, (...values: unknown[]) => Promise<unknown>>>;
}

export function ours(model: Model, module: Client, baseUrl: string): Send {
  return async ({ method, path, mediaType, groups }) => {
    const operation = operationOf(model, method, path);
    if (operation === undefined) return "unknown operation";
    let verdict: Verdict;
    const client = module.createClient({
      baseUrl,
      auth: credentials(model),
      maxNetworkRetries: 0,
      middleware: [
        {
          onResponse: async ({ response }: { response: Response }) => {
            verdict = { refused: await refusal(response) };
            return new Response(null, { status: 204 });
          },
        },
      ],
    });
    const hasChoice = operation.params?.bodies !== undefined && mediaType !== undefined;
    const options = hasChoice ? { contentType: concrete(mediaType) } : undefined;
    const values = operation.params === undefined ? [options] : [groups, options];
    const call = module.operations[operation.name];
    return outcome(
      async () => call?.(client, ...values),
      () => verdict,
    );
  };
}

export function peer(model: Model, baseUrl: string): Send {
  return async ({ method, path, mediaType, groups }) => {
    const operation = operationOf(model, method, path);
    if (operation === undefined) return "unknown operation";
    let verdict: Verdict;
    const client = createPeer<Record<string, never>>({
      baseUrl,
      fetch: async (request) => {
        verdict = { refused: await refusal(await fetch(request)) };
        return new Response(null, { status: 204 });
      },
    });
    const { headers, query, cookies, user } = curlCredentials(model, operation);
    const { body, ...params } = groups as Record<string, object | undefined>;
    const { headers: own, ...sent } = bodyOf(body, mediaType);
    const init = {
      params: { ...params, query: { ...Object.fromEntries(query), ...params["query"] } },
      headers: {
        ...Object.fromEntries(headers),
        ...own,
        ...(user === undefined ? {} : { Authorization: `Basic ${btoa(user)}` }),
        ...(cookies.length === 0
          ? {}
          : { Cookie: cookies.map((pair) => pair.join("=")).join("; ") }),
      },
      ...sent,
    };
    const send = client.request as (method: string, path: string, init: object) => Promise<unknown>;
    return outcome(
      () => send(method.toLowerCase(), path, init),
      () => verdict,
    );
  };
}

type Verdict = { readonly refused: string | undefined } | undefined;

/** What fails after the response has come is not the request's fault. */
async function outcome(
  send: () => Promise<unknown>,
  verdict: () => Verdict,
): Promise<string | undefined> {
  try {
    await send();
  } catch (error) {
    if (verdict() === undefined) return `not sent: ${error instanceof Error ? error.message : ""}`;
  }
  return verdict()?.refused;
}

function operationOf({ operations }: Model, method: string, path: string): Operation | undefined {
  return operations.find((one) => one.path === path && one.method === method);
}

function credentials({ api }: Model): object {
  return Object.fromEntries(
    api.security.map(({ name, kind }) => [
      name,
      kind === "basic" ? { username: "ada", password: "secret" } : "token",
    ]),
  );
}

function concrete(mediaType: string): string {
  return isRange(mediaType) ? oneOfRange(mediaType) : mediaType;
}

interface PeerBody {
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bodySerializer?: (body: object) => unknown;
}

/** openapi-fetch writes JSON and forms; the rest is its users' own. */
function bodyOf(body: object | undefined, mediaType = "application/json"): PeerBody {
  if (body === undefined) return {};
  const type = concrete(mediaType);
  if (essence(type) === "multipart/form-data") {
    return { body, bodySerializer: formData };
  }
  if (/[/+]json$|urlencoded$/.test(essence(type)))
    return { body, headers: { "Content-Type": type } };
  return { body, headers: { "Content-Type": type }, bodySerializer: (one) => one };
}

function formData(body: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value as unknown]) {
      if (one instanceof Blob) form.append(name, one);
      else form.append(name, typeof one === "object" ? JSON.stringify(one) : String(one));
    }
  }
  return form;
}
