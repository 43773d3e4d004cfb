/**
 * The only ways from a document's text into emitted code: one encoder for each syntactic context.
 * Text of a document is hostile; none of it is ever put into a template literal, a `//` comment or a bare number.
 */

/** A string literal (ECMA-262, "String Literals"). */
export function stringLiteral(text: string): string {
  return plainEscapes(JSON.stringify(text));
}

/**
 * Code in which string literals escape the backslash and the line separators by number:
 * ts-morph's writer would take the quote after a `\\\\` for an escaped one, and older parsers a separator for a line end.
 */
export function plainEscapes(code: string): string {
  return code.replace(/\\\\|\\[^]|[\u2028\u2029]/g, (found) => {
    if (found === "\\\\") return "\\u005c";
    return found.length === 1 ? `\\u${found.charCodeAt(0).toString(16)}` : found;
  });
}

/** A key of an object literal: there `__proto__` would set the prototype unless it is computed. */
export function objectKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyKey(name);
}

/**
 * An object literal of constants under keys of the document. Where a key is one that every object has (`toString`),
 * the compiler looks for that one's type instead of the expected one, so the literals say that they are constant.
 */
export function constantObject(
  entries: readonly (readonly [key: string, value: string])[],
): string {
  const members = entries.map(([key, value]) => `${objectKey(key)}: ${value}`);
  const suffix = entries.some(([key]) => key in Object.prototype) ? " as const" : "";
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
    .map((line) => line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, " ").trimEnd())
    .map((line) => line.replace(/^(\s*)@/, "$1\\@"));
}

/** Code in a comment: between backticks, which its text cannot close. */
export function commentCode(text: string): string {
  return `\`${commentLines(text).join(" ").replaceAll("`", "'")}\``;
}
