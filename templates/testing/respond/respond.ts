/** Responses, as the API would give them. */
import { isPlainObject, type Template, type TestOperation } from "../document/data.js";
import { document } from "../document/document.js";
import { isList, objectsIn, type Path } from "./expand.js";
import { asLastPage } from "./last-page.js";
import { make } from "./make.js";

/** What a response depends on besides the operation. */
export interface Asked {
  readonly path: Readonly<Record<string, string>>;
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly expand: readonly Path[];
}

/** @param given - what a test has given in the place of the example */
export function respond(operation: TestOperation, asked: Asked, given: unknown): Response {
  const { response: template, mediaType = "application/json", reads, pages } = operation;
  const headers = { "content-type": mediaType };
  if (reads === undefined) {
    if (template === undefined) return new Response(null, { status: 204 });
    const echoed = echo(template, operation, asked);
    const one = example(template, asked, given, echoed);
    const value = pages === undefined ? one : asLastPage(one, given, pages, asked.query);
    return new Response(JSON.stringify(value), { headers });
  }
  if (typeof given === "string" || given instanceof Blob || isBytes(given)) {
    return new Response(given, { headers });
  }
  if (reads === "stream" || reads === "text") return new Response("string", { headers });
  if (reads === "events") return new Response("", { headers });
  const items: readonly unknown[] = Array.isArray(given) ? given : [given];
  const texts = items.map((item) => JSON.stringify(example(template ?? {}, asked, item, {})));
  const { begin, end } = FRAMES[reads];
  return new Response(texts.map((text) => begin + text + end).join(""), { headers });
}

/** What stands around each of many values. */
const FRAMES = {
  lines: { begin: "", end: "\n" },
  sequence: { begin: "\u001e", end: "\n" },
};

function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array;
}

function example(
  template: Template,
  { expand }: Asked,
  given: unknown,
  echoed: Readonly<Record<string, unknown>>,
): unknown {
  const isMerged = given === undefined || isPlainObject(given);
  const wanted = isMerged ? { ...echoed, ...given } : given;
  const isNothing = isPlainObject(wanted) && Object.keys(wanted).length === 0;
  return make(template, isNothing ? undefined : wanted, expand);
}

/** What a response repeats of the request: the id that was asked for, and where it belongs. */
function echo(
  template: Template,
  { id, page }: TestOperation,
  { path, pathname, expand }: Asked,
): Record<string, unknown> {
  const [object = {}] = isObjectResponse(template) ? objectsIn(template) : [];
  const named: [string, string][] = Object.entries(path);
  const { id: idName = "id" } = document;
  if (id !== undefined && path[id] !== undefined) named.push([idName, path[id]]);
  if (page) named.push([page, pathname]);
  const echoed = named.flatMap(([name, text]): [string, unknown][] => {
    const own = Object.hasOwn(object, name) ? object[name] : undefined;
    if (typeof own === "number") return Number.isNaN(Number(text)) ? [] : [[name, Number(text)]];
    const isId =
      own !== undefined && isList(own ?? null) && (own as readonly unknown[])[0] === "id";
    if (isId && expand.some(([head]) => head === name)) return [[name, { [idName]: text }]];
    return typeof own === "string" || isId ? [[name, text]] : [];
  });
  return Object.fromEntries(echoed);
}

/** A response that is a list of objects belongs to none of them. */
function isObjectResponse(template: Template): boolean {
  return !isList(template) || (template[0] !== "array" && template[0] !== "tuple");
}
