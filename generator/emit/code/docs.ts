/** Comments: what of the document is said beside the code. */
import type { Docs, Operation, Shape } from "../../model/types/index.js";
import { commentCode, commentLines } from "./encode.js";
import { toMarkdown } from "./markdown.js";

export const FACTS_ONLY: Docs = { level: "links" };

function descriptionLines(text: string | undefined, docs: Docs): string[] {
  if (docs.level === "links" || !text?.trim()) return [];
  return commentLines(toMarkdown(text, docs.base));
}

/** The lines of a property's or type's comment, without what its description says already; none where there is nothing to say. */
export function docLines(shape: Shape, docs: Docs): string[] {
  const lines = descriptionLines(shape.description, docs);
  const described = lines.join(" ");
  const unit = docs.dates?.find(({ format }) => format === shape.format)?.unit ?? "text";
  if (unit !== "text" && !/\b(?:unix|epoch)\b/i.test(described)) {
    lines.push(`Unix time, in ${unit}.`);
  }
  lines.push(...exactLines(shape, described));
  if (shape.format === "byte" && !/\bbase-?64\b/i.test(described)) lines.push("Base64.");
  if (shape.not !== undefined) lines.push(`Not what fits ${commentCode(shorten(shape.not))}.`);
  if (shape.deprecated === true) lines.push("@deprecated");
  return lines;
}

/** What numbers are that a number of JavaScript might round. */
function exactLines(shape: Shape, described: string): string[] {
  const { type, format, anyOf = [], items, additionalProperties: values } = shape;
  const inner = items ?? (typeof values === "object" ? values : undefined);
  if (inner !== undefined) return exactLines(inner, described);
  if (format === "int64" && anyOf.some(({ symbol }) => symbol?.kind === "bigint"))
    return ["A whole number of 64 bits, a `bigint` or text: as a number it might be rounded."];
  if (type !== "string") return [];
  if (format === "int64")
    return [
      "A whole number of 64 bits as text, which `BigInt` reads: as a number it might be rounded.",
    ];
  return format === "decimal" && !/\bdecimal\b/i.test(described)
    ? ["A decimal number as text: as a number it might be rounded."]
    : [];
}

/** What a line has room for. */
function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Lines as the one JSDoc block of a ts-morph structure. */
export function jsDoc(lines: readonly string[]): { description: string }[] {
  if (lines.length === 0) return [];
  return [{ description: lines.length === 1 ? lines.join("") : `\n${lines.join("\n")}` }];
}

/** Lines as a JSDoc block. */
export function commentBlock(lines: readonly string[], indent: string): string[] {
  if (lines.length <= 1) return lines.map((line) => `${indent}/** ${line} */`);
  return [
    `${indent}/**`,
    ...lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}`),
    `${indent} */`,
  ];
}

/** The lines of a function's comment: what it calls, what the document says of it, what is special. */
export function operationLines(operation: Operation, docs: Docs): string[] {
  const { method, path, params, response, deprecated } = operation;
  const lines: string[] = [];
  for (const text of [operation.summary, operation.description]) {
    const described = descriptionLines(text, docs);
    if (described.length > 0) lines.push(...described, "");
  }
  lines.push(commentCode(`${method} ${path}`));
  const parameter = params?.expand === false ? params.expandParameter : undefined;
  if (parameter !== undefined && "roots" in response) {
    const name = commentCode(parameter.name);
    lines.push("", `Nothing in the response can be expanded; ${name} has no effect on its type.`);
  }
  const tags = [...throwsLines(operation, docs), ...(deprecated ? ["@deprecated"] : [])];
  return tags.length === 0 ? lines : [...lines, "", ...tags];
}

function throwsLines({ errors }: Operation, { error }: Docs): string[] {
  if (errors !== undefined)
    return [`@throws {ApiErrorOf<${errors.name}>} told apart by \`isApiError\` and \`status\``];
  return error === undefined ? [] : [`@throws {${error}}`];
}
