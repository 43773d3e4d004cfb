/** The type of what an operation returns, and of the expand paths it takes. */
import type { Answer, Operation } from "../model/types.js";
import { stringLiteral } from "./encode.js";
import { EXPAND, RUNTIME } from "./names.js";
import type { OperationWriter } from "./operations.js";

export interface AnswerType {
  /** The function's return type. */
  readonly type: string;
  /** Type of `expand` in its params; undefined where nothing can be expanded. */
  readonly paths?: string;
}

export function answerType(writer: OperationWriter, operation: Operation): AnswerType {
  const { answer } = operation;
  const { imports, printer } = writer;
  switch (answer.kind) {
    case "none":
      return { type: "Promise<void>" };
    case "text":
      return { type: "Promise<string>" };
    case "stream":
      return { type: `Promise<${result(writer)}<ReadableStream<Uint8Array>>>` };
    case "json": {
      const expanded = expandType(writer, operation, answer, "Paths", "CheckPaths");
      const type = expanded?.type ?? printer.type(answer.shape);
      const whole = isObject(answer) ? `${result(writer)}<${type}>` : type;
      return { type: `Promise<${whole}>`, ...paths(expanded) };
    }
    case "page": {
      const expanded = expandType(writer, operation, answer, "ListPaths", "CheckListPaths");
      const page = imports.type(answer.list.result, `${writer.dialect}/pages`);
      return {
        type: `${page}<${expanded?.type ?? printer.type(answer.item)}>`,
        ...paths(expanded),
      };
    }
  }
}

function paths(expanded: AnswerType | undefined): { paths?: string } {
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
    type: `${imports.type("Expand", EXPAND)}<${root}, ${imports.type(paths, EXPAND)}<E>>`,
    paths: `${imports.type(check, EXPAND)}<${root}, E>`,
  };
}

function result({ imports }: OperationWriter): string {
  return imports.type("Result", RUNTIME.request);
}

/** A property can be hidden on an object or an array, not on a primitive. */
function isObject(answer: Extract<Answer, { kind: "json" }>): boolean {
  const { shape } = answer;
  const type =
    shape.type ?? (shape.$ref || shape.allOf || shape.anyOf || shape.oneOf ? "object" : "");
  return (type === "object" || type === "array") && shape.nullable !== true;
}
