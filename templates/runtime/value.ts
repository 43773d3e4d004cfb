/** Writes a Date; NaN for one that is invalid. */
export type WriteDate = (date: Date) => string | number;

export const unixSeconds: WriteDate = (date) => Math.floor(date.getTime() / 1000);

/** RFC 3339, as JSON has it. */
export const isoDate: WriteDate = (date) =>
  Number.isNaN(date.getTime()) ? NaN : date.toISOString();

/**
 * Tells a Date from an object or array with members, by tag, for the Date of another realm is one too.
 *
 * @throws {TypeError} naming the parameter `key` when the object is neither: a Map, bytes, a promise
 */
export function isDate(value: object, key: string): value is Date {
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (!/^(Date|Object|Array)$/.test(tag)) throw refusal(key, `a ${tag}`);
  return tag === "Date";
}

/**
 * A value without members as text. null is empty.
 *
 * @throws {TypeError} naming the parameter `key`
 */
export function toText(value: unknown, key: string, date: WriteDate): string {
  if (value === null) return "";
  const plain = typeof value === "object" && isDate(value, key) ? date(value) : value;
  switch (typeof plain) {
    case "object":
      throw refusal(key, "an object");
    case "function":
    case "symbol":
      throw refusal(key, `a ${typeof plain}`);
    case "number":
      if (!Number.isFinite(plain)) throw refusal(key, `${value}`, "number");
  }
  return String(plain);
}

/**
 * Percent-encodes what may not stand in a URL, but leaves `!'()*`.
 *
 * @throws {TypeError} naming the parameter `key` when half of a surrogate pair has no encoding
 */
export function encode(text: string, key: string): string {
  if (/\p{Cs}/u.test(text)) throw refusal(key, "half a surrogate pair");
  return encodeURIComponent(text);
}

/** Percent-encodes all but the unreserved characters (RFC 3986, section 2.3). */
export function percentEncode(text: string, key: string): string {
  return encode(text, key).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `key` is shown as people write it: `line_items[0].quantity`, not `line_items[0][quantity]`. */
export function refusal(key: string, what: string, kind = "value"): TypeError {
  const name = decodeURIComponent(key).replace(/\[(?!\d+\])([^\]]*)\]/g, ".$1");
  return new TypeError(`${name}: ${what} is not a ${kind} that can be sent`);
}
