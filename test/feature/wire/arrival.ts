/** Whether a request arrived where its template has it, or was refused by the name of its parameter. */
import type { Maker } from "./hostile.js";
import type { Recorded } from "../../support/servers/recorder.js";
import { drain } from "./sdk/sdk.js";

/** One call with values from outside. */
export interface Attempt {
  readonly what: string;
  readonly template: string;
  /** Of the template's parameters, in its order; where it has none, of the one that stands elsewhere. */
  readonly names: readonly string[];
  readonly makers: readonly Maker[];
  readonly call: (values: readonly unknown[]) => unknown;
  /** How a text is written in the path, before it is encoded. */
  readonly written?: (value: unknown) => string;
  /** The parameters have a style, in which lists and objects can be written, too. */
  readonly styled?: boolean;
}

/** What came since the last time. */
export type Take = () => readonly Pick<Recorded, "path">[];

/** What is wrong with what came of an attempt; empty when nothing is. */
export async function wrongWith(attempt: Attempt, take: Take): Promise<string> {
  const { what, template, names, makers, call } = attempt;
  const values = makers.map((make) => make());
  take();
  let error: unknown;
  try {
    const response = await call(values);
    drain(response);
    if (response instanceof ReadableStream) await response.cancel();
  } catch (cause) {
    error = cause;
  }
  const [request, ...more] = take();
  if (more.length > 0) return `${what}: sent twice`;
  if (request) {
    const wrong = wrongPath(attempt, values, request.path);
    return wrong && `${what}: ${wrong}: ${request.path} for ${template}`;
  }
  const isNamed =
    error instanceof TypeError && names.some((name) => error.message.startsWith(name));
  return isNamed ? "" : `${what}: refused without the name of its parameter: ${String(error)}`;
}

function wrongPath(
  { template, written = String, styled = false }: Attempt,
  values: readonly unknown[],
  path: string,
): string {
  const segments = path.split("/");
  const wanted = template.split("/");
  if (segments.length !== wanted.length) return "has other segments";
  const rest = [...values];
  for (const [at, segment] of wanted.entries()) {
    const sent = segments[at] ?? "";
    if (!segment.startsWith("{")) {
      if (sent !== segment) return "is another path";
      continue;
    }
    if (/^(\.|%2e){0,2}$/i.test(sent)) return "is a step through the path";
    const value = rest.shift();
    const isText = /string|number|bigint|boolean/.test(typeof value);
    if (!isText && !styled) return "what is not text was sent";
    if (isText && decodeURIComponent(sent) !== written(value)) return "says something else";
  }
  return "";
}
