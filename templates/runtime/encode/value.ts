/** Writes a Date; NaN for one that is invalid. */
export type WriteDate = (date: Date) => string | number;

export const unixSeconds: WriteDate = (date) => Math.floor(Number(timeOf(date)) / 1000);

/** RFC 3339, as JSON has it. */
export const isoDate: WriteDate = (date) => {
  const time = Number(timeOf(date));
  return Number.isNaN(time) ? NaN : new Date(time).toISOString();
};

/** Milliseconds of a Date, of whatever realm; undefined for all else, whatever it calls itself. */
export function timeOf(value: unknown): number | undefined {
  try {
    return Date.prototype.getTime.call(value as Date);
  } catch {
    return undefined;
  }
}

/** `[object Map]`: for errors, for a value may call itself what it likes. */
export function tagOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return "a proxy";
  }
}

export interface Members {
  readonly [name: string]: unknown;
}

/**
 * The one rule for what a value with members is, as against a single value: an array; a plain object; or an instance of
 * a class, where its own enumerable fields say it all. An instance without any, or one that writes itself (`toJSON`),
 * keeps what it is elsewhere, as a Map or an iterator does: sent by its fields, it would get lost.
 */
export function hasMembers(value: unknown): value is Members {
  if (typeof value !== "object" || value === null) return false;
  try {
    const prototype: unknown = Object.getPrototypeOf(value);
    return (
      Array.isArray(value) ||
      (tagOf(value) === "[object Object]" &&
        // The prototype of plain objects, of whatever realm, has none itself.
        (prototype === null ||
          Object.getPrototypeOf(prototype) === null ||
          (Object.keys(value).length > 0 && !("toJSON" in value))))
    );
  } catch {
    // A proxy that was revoked.
    return false;
  }
}

/**
 * Values that are given by name, such as params. null and undefined name none.
 *
 * @throws {TypeError} naming `what`, for all that is not an object
 */
export function namedValues(value: unknown, what: string): Members {
  if (value == null) return {};
  if (!hasMembers(value) || Array.isArray(value)) throw refusal(what, tagOf(value));
  return value;
}

/**
 * A single value as text: a string, a finite number, a bigint, a boolean, a Date. null and undefined are empty.
 *
 * @throws {TypeError} naming the parameter `key`
 */
export function toText(value: unknown, key: string, date: WriteDate): string {
  if (typeof value === "string") return value;
  if (value == null) return "";
  if (typeof value === "number" && !Number.isFinite(value)) throw refusal(key, value, "number");
  if (/number|bigint|boolean/.test(typeof value)) return String(value);
  const time = timeOf(value);
  if (time === undefined) throw refusal(key, tagOf(value));
  if (Number.isNaN(time)) throw refusal(key, "Invalid Date");
  return String(date(new Date(time)));
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
