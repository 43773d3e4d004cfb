/** Plain data → the notation that `templates/testing/document/notation.ts` reads. One property is one line of a large object. */

/** What examples and kinds are made of. */
export type Data = string | number | boolean | null | readonly Data[] | DataObject;

interface DataObject {
  readonly [name: string]: Data;
}

/** As code is. The indentation does not count, so that no line breaks because of what stands around it. */
const WIDTH = 100;

/** An object as a whole has a line for each property, however short: its entry grows by one line with one more. */
export function notation(data: Data): string {
  const isObject = !isList(data) && typeof data === "object" && data !== null;
  if (isObject && Object.keys(data).length > 0) return broken(data, "");
  return lines(data, "");
}

function lines(data: Data, indent: string): string {
  const text = flat(data);
  return text.length <= WIDTH || typeof data !== "object" || data === null
    ? text
    : broken(data, indent);
}

function broken(data: DataObject | readonly Data[], indent: string): string {
  const deeper = `${indent} `;
  if (!isList(data)) {
    const members = Object.entries(data).map(
      ([name, inner]) => deeper + member(name, inner, (value) => lines(value, deeper)),
    );
    return `{\n${members.join("\n")}\n${indent}}`;
  }
  const [tag, ...parts] = data;
  if (isUnion(data)) return parts.map((part) => lines(part, indent)).join("|");
  const [only] = parts;
  if (tag === "array" && only !== undefined && parts.length === 1) {
    return `[${lines(only, indent)}]`;
  }
  const [open, close] = tag === "array" ? "[]" : [`${tagOf(data)}(`, ")"];
  const inner = parts.map((part) => deeper + lines(part, deeper));
  return `${open}\n${inner.join("\n")}\n${indent}${close}`;
}

function flat(data: Data): string {
  if (typeof data === "string") return word(data);
  if (typeof data !== "object" || data === null) return JSON.stringify(data);
  if (!isList(data)) {
    return `{${Object.entries(data)
      .map(([name, inner]) => member(name, inner, flat))
      .join(" ")}}`;
  }
  const [tag, ...parts] = data;
  const [only] = parts;
  if (tag === "ref" && parts.length === 1 && typeof only === "string") return `@${word(only)}`;
  if (isUnion(data)) return parts.map(flat).join("|");
  const inner = parts.map(flat).join(" ");
  return tag === "array" ? `[${inner}]` : `${tagOf(data)}(${inner})`;
}

function member(name: string, data: Data, write: (data: Data) => string): string {
  const [tag, inner, ...parts] = isList(data) ? data : [];
  const isRequired = tag === "!" && inner !== undefined && parts.length === 0;
  const value = isRequired ? inner : data;
  return `${word(name)}${isRequired ? "*" : ""}${value === "string" ? "" : `=${write(value)}`}`;
}

/** Whether `|` between its parts says all: a part that is such a list itself would be lost in it. */
function isUnion([tag, ...parts]: readonly Data[]): boolean {
  return tag === "or" && parts.length > 1 && !parts.some((part) => isList(part) && isUnion(part));
}

/** Tags are ours, never a document's. */
function tagOf([tag]: readonly Data[]): string {
  return String(tag);
}

/** A text that nothing else can be taken for, of characters that no literal of TypeScript escapes. */
function word(text: string): string {
  if (text === "") return "%";
  if (/^(?:true|false|null|[-\d@].*)$/s.test(text))
    return code(text.charAt(0)) + rest(text.slice(1));
  return rest(text);
}

function rest(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}!-~]|[{}[\]()|=*%`$\\"]/gu, code);
}

function code(text: string): string {
  return Array.from({ length: text.length }, (_, n) => {
    return `%${text.charCodeAt(n).toString(16).padStart(4, "0")}`;
  }).join("");
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}
