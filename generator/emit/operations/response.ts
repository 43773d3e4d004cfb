/** The type of what an operation returns, and of the expand paths it takes. */
import type {
  EventsResponse,
  JsonResponse,
  Operation,
  OperationResponse,
} from "../../model/types/index.js";
import { stringLiteral } from "../code/encode.js";
import type { ModuleWriter } from "../names/open-module.js";
import { ACCEPT_PARAMETER, REDIRECT_PARAMETER } from "../types/mapper.js";

export interface ResponseType {
  /** The function's return type. */
  readonly type: string;
  /** Type of the paths in its params; undefined where nothing can be expanded. */
  readonly paths?: string;
}

export function responseType(writer: ModuleWriter, operation: Operation): ResponseType {
  const { type, ...paths } = directType(writer, operation);
  if (operation.redirects === undefined) return { type, ...paths };
  const value = type.replace(/^Promise<([^]*)>$/, "$1");
  const direct = operation.redirects === "all" ? ", never" : "";
  const outcomes = `${writer.imports.symbol("RedirectOutcomes")}<${value}${direct}>`;
  return { type: `Promise<${outcomes}[${REDIRECT_PARAMETER}]>`, ...paths };
}

function directType(writer: ModuleWriter, operation: Operation): ResponseType {
  const { response, responses, module } = operation;
  if (responses !== undefined) {
    const name = writer.imports.type(responses.name, `operations/${module}`);
    return { type: `Promise<${name}[${ACCEPT_PARAMETER}]>` };
  }
  if (response.kind === "page") {
    const [paths, check] = operation.params?.expandParameter?.listPrefix
      ? ["ListPaths", "CheckListPaths"]
      : ["Paths", "CheckPaths"];
    const expanded = expandType(writer, operation, response, paths, check);
    const page = writer.imports.symbol(`${writer.dialect}/pages#${response.list.result}`);
    return {
      type: `${page}<${expanded?.type ?? writer.printer.type(response.item)}>`,
      ...pathsOf(expanded),
    };
  }
  if (response.kind === "json") {
    const expanded = expandType(writer, operation, response, "Paths", "CheckPaths");
    const type = jsonType(writer, response, expanded?.type);
    return { type: `Promise<${type}>`, ...pathsOf(expanded) };
  }
  return { type: `Promise<${contentType(writer, response)}>` };
}

/** The type of what is read of a response. */
export function contentType(
  writer: ModuleWriter,
  response: Exclude<OperationResponse, { kind: "page" }>,
): string {
  const { printer } = writer;
  switch (response.kind) {
    case "none":
      return "void";
    case "text":
      return "string";
    case "stream":
      return `${result(writer)}<ReadableStream<Uint8Array>>`;
    case "json":
      return jsonType(writer, response);
    case "events":
      return `${result(writer)}<AsyncIterable<${eventType(writer, response)}>>`;
    case "lines":
    case "sequence":
      return `${result(writer)}<AsyncIterable<${printer.type(response.item)}>>`;
    case "mixed": {
      const types = response.contents.map((content) => anyContentType(writer, content.response));
      return [...new Set(types)].join(" | ");
    }
  }
}

/** The same for a response that is one of several: a container of the dialect is not a page then. */
export function anyContentType(writer: ModuleWriter, response: OperationResponse): string {
  if (response.kind !== "page") return contentType(writer, response);
  const { printer, lists } = writer;
  return `${result(writer)}<${writer.imports.symbol(`${lists}#${response.list.type}`)}<${printer.type(response.item)}>>`;
}

function jsonType(
  writer: ModuleWriter,
  { shape, isObject, mayBeEmpty }: JsonResponse,
  type = writer.printer.type(shape),
): string {
  // A property can be hidden on an object or an array, not on a primitive.
  const whole = isObject ? `${result(writer)}<${type}>` : type;
  return mayBeEmpty ? `${whole} | undefined` : whole;
}

/** `ServerSentEvent<Delta, "delta"> | ServerSentEvent<End, "end">` */
function eventType({ imports, printer }: ModuleWriter, { variants }: EventsResponse): string {
  const event = imports.symbol("ServerSentEvent");
  const isJson = variants.some(({ data }) => data !== undefined);
  const types = variants.map(({ data, name }) => {
    // Where some events hold JSON, all data is parsed as such.
    const own = data === undefined ? (isJson ? "unknown" : "string") : printer.type(data);
    return `${event}<${own}${name === undefined ? "" : `, ${stringLiteral(name)}`}>`;
  });
  return [...new Set(types)].join(" | ");
}

function pathsOf(expanded: ResponseType | undefined): { paths?: string } {
  return expanded?.paths === undefined ? {} : { paths: expanded.paths };
}

/** `Expand<"checkout.session", Paths<E>>` and `CheckPaths<"checkout.session", E>`. */
function expandType(
  { imports }: ModuleWriter,
  { params }: Operation,
  { roots }: { readonly roots: readonly string[] },
  paths: string,
  check: string,
): ResponseType | undefined {
  if (params?.expand !== true) return undefined;
  const root = roots.map(stringLiteral).join(" | ");
  return {
    type: `${imports.symbol("Expand")}<${root}, ${imports.symbol(paths)}<E>>`,
    paths: `${imports.symbol(check)}<${root}, E>`,
  };
}

function result({ imports }: ModuleWriter): string {
  return imports.symbol("Result");
}
