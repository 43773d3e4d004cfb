/** Comments: what of the document is said beside the code. */
import type { Operation, Params, Shape } from "../model/types.js";
import { commentCode, commentLines } from "./encode.js";

/** `links`: facts only. `full`: the document's own descriptions as well. */
export type Docs = "links" | "full";

/** The lines of a property's or type's comment; none where there is nothing to say. */
export function docLines(shape: Shape, docs: Docs): string[] {
  const lines = docs === "full" && shape.description ? commentLines(shape.description.trim()) : [];
  if (shape.format === "unix-time") lines.push("Unix time, in seconds.");
  if (shape.deprecated === true) lines.push("@deprecated");
  return lines;
}

/** Lines as the one JSDoc block of a ts-morph structure. */
export function jsDoc(lines: readonly string[]): { description: string }[] {
  if (lines.length === 0) return [];
  return [{ description: lines.length === 1 ? lines.join("") : `\n${lines.join("\n")}` }];
}

/** The lines of a function's comment: what it calls, what the document says of it, what is special. */
export function operationLines(operation: Operation, docs: Docs): string[] {
  const { method, path, params, answer, deprecated } = operation;
  const lines: string[] = [];
  if (docs === "full") {
    for (const text of [operation.summary, operation.description]) {
      if (text) lines.push(...commentLines(text.trim()), "");
    }
  }
  lines.push(commentCode(`${method} ${path}`));
  if (takesExpand(params) && params?.expand === false && "roots" in answer) {
    lines.push("", "Nothing in the answer can be expanded; `expand` has no effect on its type.");
  }
  if (deprecated) lines.push("", "@deprecated");
  return lines;
}

function takesExpand(params: Params | undefined): boolean {
  return params?.shape.properties?.["expand"] !== undefined;
}
