/**
 * JSON Pointer (RFC 6901).
 * A pointer here is the plain string form (`/paths/~1pets/get`), without `#` and percent-encoding.
 */

export function escapeToken(token: string): string {
  return token.includes("~") || token.includes("/")
    ? token.replaceAll("~", "~0").replaceAll("/", "~1")
    : token;
}

export function unescapeToken(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

export function formatPointer(tokens: readonly (string | number)[]): string {
  let pointer = "";
  for (const token of tokens) pointer += `/${escapeToken(String(token))}`;
  return pointer;
}

/** The tokens of a pointer; a text that does not begin with `/` (and is not empty) is not a pointer. */
export function parsePointer(pointer: string): string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) return undefined;
  return pointer.slice(1).split("/").map(unescapeToken);
}

/** `pointer` and one token more. */
export function child(pointer: string, token: string | number): string {
  return `${pointer}/${typeof token === "number" ? token : escapeToken(token)}`;
}

/**
 * The own property `key` of a value read from a document, `undefined` where there is none.
 * Never use `value[key]` on such a value when `key` is from a document: it finds `constructor`.
 */
export function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return /^(?:0|[1-9]\d*)$/.test(key) ? items[Number(key)] : undefined;
  }
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** What `tokens` lead to from `root`; `undefined` where there is nothing. */
export function at(root: unknown, tokens: readonly string[]): unknown {
  let value = root;
  for (const token of tokens) value = member(value, token);
  return value;
}
