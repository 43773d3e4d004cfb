/** Writes a Date; NaN for one that is invalid. */
export type WriteDate = (date: Date) => string | number;

export const unixSeconds: WriteDate = (date) => Math.floor(date.getTime() / 1000);

/** RFC 3339, as JSON has it. */
export const isoDate: WriteDate = (date) =>
  Number.isNaN(date.getTime()) ? NaN : date.toISOString();

/** `[object Date]`: by tag, for the Date of another realm is one too. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}

export function isDate(value: unknown): value is Date {
  return typeof value === "object" && /t Date/.test(tagOf(value));
}

export interface Members {
  readonly [name: string]: unknown;
}

/** Tells an object or array with members from a single value. */
export function hasMembers(value: unknown): value is Members {
  return typeof value === "object" && /t (Object|Array)/.test(tagOf(value));
}

/**
 * A single value as text. null and undefined are empty.
 *
 * @throws {TypeError} naming the parameter `key`
 */
export function toText(value: unknown, key: string, date: WriteDate): string {
  if (typeof value === "string") return value;
  const plain = isDate(value) ? date(value) : (value ?? "");
  if (typeof plain === "number" && !Number.isFinite(plain))
    throw refusal(key, value, typeof value === "number" ? "number" : "value");
  if (/function|object|symbol/.test(typeof plain)) throw refusal(key, tagOf(plain));
  return String(plain);
}

/**
 * Percent-encodes what may not stand in a URL, but leaves `!'()*`.
 *
 * @throws {TypeError} naming the parameter `key` when half of a surrogate pair has no encoding
 */
export function encode(text: string, key: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw refusal(key, "half a surrogate pair");
  }
}

/** Percent-encodes all but the unreserved characters (RFC 3986, section 2.3). */
export function percentEncode(text: string, key: string): string {
  return encode(text, key).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The error for what cannot be sent. Its place is shown as people write it: `line_items[0].quantity`. */
export function refusal(key: string, what: unknown, kind = "value"): TypeError {
  try {
    key = decodeURIComponent(key);
  } catch {
    // It was not encoded.
  }
  const place = key.replace(/\[(?!\d+\])([^\]]*)\]/g, ".$1");
  return new TypeError(`${place}: ${what} is not a ${kind} that can be sent`);
}

/** The place of a member: `line_items[0][quantity]`. */
export function memberOf(key: string, name: string): string {
  return key ? `${key}[${name}]` : name;
}
