import type { HeaderValues } from "./request.js";

/**
 * Merges headers by name, without case; the last one wins. `null` stays, for openapi-fetch to take its own away.
 *
 * @throws {TypeError} naming the header that cannot be sent, but not its value, which may be a secret
 */
export function mergeHeaders(
  ...sources: readonly (HeaderValues | Headers | undefined)[]
): Record<string, string | null> {
  const merged: Record<string, string | null> = {};
  const set = (value: string | null | undefined, name: string): void => {
    const key = name.toLowerCase();
    if (value === undefined) return;
    if (!/^[!#$%&'*+.^`|~\w-]+$/.test(key) || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value ?? ""))
      throw new TypeError(`${name}: not a header that can be sent`);
    merged[key] = value;
  };
  for (const source of sources) {
    if (source instanceof Headers) source.forEach(set);
    else for (const name in source) set(source[name], name);
  }
  return merged;
}
