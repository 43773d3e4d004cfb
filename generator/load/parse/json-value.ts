/** What a document is made of while `load` still works on it. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** May own keys such as `__proto__`: write with {@link setMember}, read with {@link getMember}. */
export interface JsonObject {
  [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function getMember(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Assignment would call the setter of `__proto__` and lose the member. */
export function setMember(object: JsonObject, key: string, value: Json): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    object[key] = value;
  }
}

export function clone(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(clone);
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries(value)) setMember(copy, key, clone(item));
  return copy;
}

/** A word for messages: `an object`, `a string`, `null`. */
export function describe(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

export function itemOf(value: Json | undefined, token: string): Json | undefined {
  if (Array.isArray(value)) return isIndex(token) ? value[Number(token)] : undefined;
  return isObject(value) ? getMember(value, token) : undefined;
}

export function isIndex(token: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(token);
}

/** What `tokens` lead to from `root`. */
export function nodeAt(root: Json, tokens: readonly string[]): Json | undefined {
  let node: Json | undefined = root;
  for (const token of tokens) node = itemOf(node, token);
  return node;
}

export function isReference(node: Json | undefined): node is JsonObject {
  return isObject(node) && typeof getMember(node, "$ref") === "string";
}
