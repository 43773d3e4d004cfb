/**
 * The only ways from a document's text into emitted code: one encoder for each syntactic context.
 * Text of a document is hostile; none of it is ever put into a `//` comment or a bare number.
 */

import { escapeInvisible } from "../../support/invisible.js";

/** A string literal (ECMA-262, "String Literals"). */
export function stringLiteral(text: string): string {
  return plainEscapes(JSON.stringify(text));
}

/** A template literal without substitutions (ECMA-262, "Template Literal Lexical Components"), which may have lines. */
export function templateLiteral(text: string): string {
  const escaped = text.replaceAll(/[\\`$]/g, "\\$&").replaceAll("\r", "\\r");
  return `\`${escaped}\``;
}

/**
 * Code in which the backslash and whatever cannot be seen are escaped by number:
 * ts-morph's writer would take the quote after a `\\\\` for an escaped one, and people what they see for what there is.
 */
export function plainEscapes(code: string): string {
  const escaped = code.replace(/\\\\|\\[^]/g, (found) => (found === "\\\\" ? "\\u005c" : found));
  return escapeInvisible(escaped);
}

/** A key of an object literal: there `__proto__` would set the prototype unless it is computed. */
export function objectKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}

/** What a literal says below a key that every object has: see {@link isInheritedKey}. */
export const AS_CONST = " as const";

/**
 * Whether every object has a property of this name (`toString`). In a literal, the compiler expects that one's type
 * under it in the place of the declared one, so texts there say that they are constant.
 */
export function isInheritedKey(name: string): boolean {
  return name in Object.prototype;
}

/** An object literal of constants under keys of the document. */
export function constantObject(
  entries: readonly (readonly [key: string, value: string])[],
): string {
  const members = entries.map(([key, value]) => `${objectKey(key)}: ${value}`);
  const suffix = entries.some(([key]) => isInheritedKey(key)) ? AS_CONST : "";
  return `{ ${members.join(", ")} }${suffix}`;
}

/** A member of a value: `value.name`, `value["na me"]`, or with `?.` before it. */
export function memberAccess(value: string, name: string, optional: boolean): string {
  const key = propertyKey(name);
  if (key === name) return `${value}${optional ? "?." : "."}${name}`;
  return `${value}${optional ? "?." : ""}[${key}]`;
}

/** The key of a property in a type: bare where it is a plain identifier, else a string literal. */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

/** The text of a block comment, one entry a line: nothing in it can end the comment or start a tag of its own. */
export function commentLines(text: string): string[] {
  return text
    .replace(/\*\//g, "*\\/")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => escapeInvisible(line.replace(/\p{Cc}/gu, " "), true).trimEnd())
    .map((line) => line.replace(/^(\s*)@/, "$1\\@"));
}

/** Code in a comment: between backticks, which its text cannot close. */
export function commentCode(text: string): string {
  return `\`${commentLines(text).join(" ").replaceAll("`", "'")}\``;
}
