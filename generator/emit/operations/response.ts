/** The type of what an operation returns, and of the expand paths it takes. */
import type { Answer, EventsAnswer, JsonAnswer, Operation } from "../../model/types/index.js";
import { stringLiteral } from "../code/encode.js";
import type { OperationWriter } from "./operations.js";
import { ACCEPT_PARAMETER } from "../types/types.js";

export interface AnswerType {
  /** The function's return type. */
  readonly type: string;
  /** Type of the paths in its params; undefined where nothing can be expanded. */
  readonly paths?: string;
}

export function answerType(writer: OperationWriter, operation: Operation): AnswerType {
  const { answer, answers, module } = operation;
  if (answers !== undefined) {
    const name = writer.imports.type(answers.name, `operations/${module}`);
    return { type: `Promise<${name}[${ACCEPT_PARAMETER}]>` };
  }
  if (answer.kind === "page") {
    const [paths, check] = operation.params?.expandParameter?.listPrefix
      ? ["ListPaths", "CheckListPaths"]
      : ["Paths", "CheckPaths"];
    const expanded = expandType(writer, operation, answer, paths, check);
    const page = writer.imports.symbol(`${writer.dialect}/pages#${answer.list.result}`);
    return {
      type: `${page}<${expanded?.type ?? writer.printer.type(answer.item)}>`,
      ...pathsOf(expanded),
    };
  }
  if (answer.kind === "json") {
    const expanded = expandType(writer, operation, answer, "Paths", "CheckPaths");
    const type = jsonType(writer, answer, expanded?.type);
    return { type: `Promise<${type}>`, ...pathsOf(expanded) };
  }
  return { type: `Promise<${contentType(writer, answer)}>` };
}

/** The type of what is read of an answer. */
export function contentType(
  writer: OperationWriter,
  answer: Exclude<Answer, { kind: "page" }>,
): string {
  const { printer } = writer;
  switch (answer.kind) {
    case "none":
      return "void";
    case "text":
      return "string";
    case "stream":
      return `${result(writer)}<ReadableStream<Uint8Array>>`;
    case "json":
      return jsonType(writer, answer);
    case "events":
      return `${result(writer)}<AsyncIterable<${eventType(writer, answer)}>>`;
    case "lines":
    case "sequence":
      return `${result(writer)}<AsyncIterable<${printer.type(answer.item)}>>`;
    case "mixed": {
      const types = answer.contents.map((content) => anyContentType(writer, content.answer));
      return [...new Set(types)].join(" | ");
    }
  }
}

/** The same for an answer that is one of several: a container of the dialect is no page then. */
export function anyContentType(writer: OperationWriter, answer: Answer): string {
  if (answer.kind !== "page") return contentType(writer, answer);
  const { printer, lists } = writer;
  return `${result(writer)}<${writer.imports.symbol(`${lists}#${answer.list.type}`)}<${printer.type(answer.item)}>>`;
}

function jsonType(
  writer: OperationWriter,
  { shape, isObject, mayBeEmpty }: JsonAnswer,
  type = writer.printer.type(shape),
): string {
  // A property can be hidden on an object or an array, not on a primitive.
  const whole = isObject ? `${result(writer)}<${type}>` : type;
  return mayBeEmpty ? `${whole} | undefined` : whole;
}

/** `ServerSentEvent<Delta, "delta"> | ServerSentEvent<End, "end">` */
function eventType({ imports, printer }: OperationWriter, { variants }: EventsAnswer): string {
  const event = imports.symbol("ServerSentEvent");
  const isJson = variants.some(({ data }) => data !== undefined);
  const types = variants.map(({ data, name }) => {
    // Where some events hold JSON, all data is parsed as such.
    const own = data === undefined ? (isJson ? "unknown" : "string") : printer.type(data);
    return `${event}<${own}${name === undefined ? "" : `, ${stringLiteral(name)}`}>`;
  });
  return [...new Set(types)].join(" | ");
}

function pathsOf(expanded: AnswerType | undefined): { paths?: string } {
  return expanded?.paths === undefined ? {} : { paths: expanded.paths };
}

/** `Expand<"checkout.session", Paths<E>>` and `CheckPaths<"checkout.session", E>`. */
function expandType(
  { imports }: OperationWriter,
  { params }: Operation,
  { roots }: { readonly roots: readonly string[] },
  paths: string,
  check: string,
): AnswerType | undefined {
  if (params?.expand !== true) return undefined;
  const root = roots.map(stringLiteral).join(" | ");
  return {
    type: `${imports.symbol("Expand")}<${root}, ${imports.symbol(paths)}<E>>`,
    paths: `${imports.symbol(check)}<${root}, E>`,
  };
}

function result({ imports }: OperationWriter): string {
  return imports.symbol("Result");
}
