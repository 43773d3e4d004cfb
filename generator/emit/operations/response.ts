/** The type of what an operation returns, and of the expand paths it takes. */
import type {
  EventsResponse,
  JsonResponse,
  Operation,
  OperationResponse,
  Shape,
} from "../../model/types/index.js";
import { propertyKey, stringLiteral } from "../code/encode.js";
import type { ModuleWriter } from "../names/open-module.js";
import { pagesType } from "./pagination.js";
import { ACCEPT_PARAMETER, EXPAND_PARAMETER, REDIRECT_PARAMETER } from "../types/mapper.js";

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
  const headers = headersType(operation);
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
      type: `${page}<${expanded?.type ?? valueType(writer, response, response.item)}>`,
      ...pathsOf(expanded),
    };
  }
  if (response.kind === "json") {
    const expanded = expandType(writer, operation, response, "Paths", "CheckPaths");
    const plain = expanded?.type ?? valueType(writer, response, response.shape);
    const type = jsonType(writer, response, headers, plain);
    if (operation.pagination !== undefined)
      return { type: pagesType(writer, operation.pagination, plain, type), ...pathsOf(expanded) };
    return { type: `Promise<${type}>`, ...pathsOf(expanded) };
  }
  return { type: `Promise<${contentType(writer, response, headers)}>` };
}

/** The type of a response, or of each item of a page: the dialect's in the place of a schema that it has more of. */
function valueType(
  writer: ModuleWriter,
  { event }: Pick<JsonResponse, "event">,
  shape: Shape,
): string {
  if (event === undefined) return writer.printer.type(shape);
  return writer.imports.symbol(`${writer.dialect}/pages#${event.type}`);
}

/**
 * The type of what is read of a response.
 *
 * @param headers - the type of the headers that the document has of it; empty where it has none
 */
export function contentType(
  writer: ModuleWriter,
  response: Exclude<OperationResponse, { kind: "page" }>,
  headers = "",
): string {
  const { printer } = writer;
  const result = (type: string): string => resultType(writer, type, headers);
  switch (response.kind) {
    case "none":
      return "void";
    case "text":
      return "string";
    case "stream":
      return result("ReadableStream<Uint8Array>");
    case "json":
      return jsonType(writer, response, headers);
    case "events":
      return result(`AsyncIterable<${eventType(writer, response)}>`);
    case "lines":
    case "sequence":
      return result(`AsyncIterable<${printer.type(response.item)}>`);
    case "mixed": {
      const types = response.contents.map((content) =>
        anyContentType(writer, content.response, headers),
      );
      return [...new Set(types)].join(" | ");
    }
  }
}

/** The same for a response that is one of several: a container of the dialect is not a page then. */
export function anyContentType(
  writer: ModuleWriter,
  response: OperationResponse,
  headers = "",
): string {
  if (response.kind !== "page") return contentType(writer, response, headers);
  const { printer, lists } = writer;
  const list = writer.imports.symbol(`${lists}#${response.list.type}`);
  return resultType(writer, `${list}<${printer.type(response.item)}>`, headers);
}

function jsonType(
  writer: ModuleWriter,
  { shape, isObject, mayBeEmpty }: JsonResponse,
  headers: string,
  type = writer.printer.type(shape),
): string {
  // A property can be hidden on an object or an array, not on a primitive.
  const whole = isObject ? resultType(writer, type, headers) : type;
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
  { roots, isArray }: { readonly roots: readonly string[]; readonly isArray?: true },
  paths: string,
  check: string,
): ResponseType | undefined {
  if (params?.expand !== true) return undefined;
  const root = roots.map(stringLiteral).join(" | ");
  return {
    type: `${imports.symbol("Expand")}<${root}, ${imports.symbol(paths)}<E>>${isArray === true ? "[]" : ""}`,
    // What the document lists is what the type parameter may be.
    paths: params.listed === undefined ? `${imports.symbol(check)}<${root}, E>` : EXPAND_PARAMETER,
  };
}

/** `Result<Pet, { "X-Total": string; Link: string | null }>` */
function resultType({ imports }: ModuleWriter, type: string, headers: string): string {
  return `${imports.symbol("Result")}<${type}${headers && `, ${headers}`}>`;
}

/** What is known of the headers that come with a response, as a type; empty where nothing is. */
export function headersType({ responseHeaders = [] }: Operation): string {
  const members = responseHeaders.map(
    ({ name, required }) => `${propertyKey(name)}: ${required ? "string" : "string | null"}`,
  );
  return members.length === 0 ? "" : `{ ${members.join("; ")} }`;
}
