import type { EncodedBody } from "./body.js";
import {
  hasMembers,
  percentEncode,
  refusal,
  toText,
  unixSeconds,
  type WriteDate,
} from "./value.js";

/** A request body of nested form values. */
export function form(body: unknown): EncodedBody {
  return {
    body: encodeForm(Object(body)),
    contentType: "application/x-www-form-urlencoded",
  };
}

/**
 * `application/x-www-form-urlencoded` with nested values, `a[b][0]=v`: the one encoder for bodies and queries.
 *
 * undefined is left out (an element of an array keeps its index free), null is sent empty, an empty array or
 * object sends nothing. The order of keys is kept.
 *
 * @throws {TypeError} naming the parameter: `line_items[0][quantity]: NaN cannot be sent`
 */
export function encodeForm(data: object, date: WriteDate = unixSeconds): string {
  return members("", "", data, date, []);
}

/** Adds what `object` holds to `out`. `parents`: the objects around it. */
function members(
  out: string,
  prefix: string,
  object: object,
  date: WriteDate,
  parents: readonly object[],
): string {
  if (parents.includes(object)) throw refusal(prefix, "a circle");
  const entries: [string, unknown][] = Object.entries(object);
  for (const [name, value] of entries) {
    const key = prefix ? `${prefix}[${name}]` : name;
    if (hasMembers(value)) out = members(out, key, value, date, [...parents, object]);
    else if (value !== undefined)
      out += `${out && "&"}${escape(key, key)}=${escape(toText(value, key, date), key)}`;
  }
  return out;
}

/** Brackets stay as they are, in keys and values. */
function escape(text: string, key: string): string {
  return /[^\w.~[\]-]/.test(text)
    ? percentEncode(text, key).replace(/%5[BD]/g, decodeURIComponent)
    : text;
}
