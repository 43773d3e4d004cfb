import type { EncodedBody } from "./body.js";
import {
  hasMembers,
  isoDate,
  memberOf,
  type Members,
  namedValues,
  percentEncode,
  refusal,
  toText,
  type WriteDate,
} from "./value.js";

/** A request body of nested form values. */
export function form(body: unknown, date?: WriteDate): EncodedBody {
  return {
    body: encodeForm(namedValues(body, "body"), date),
    contentType: "application/x-www-form-urlencoded",
  };
}

/**
 * `application/x-www-form-urlencoded` with nested values, `a[b][0]=v`: the one encoder for bodies and queries.
 *
 * undefined is left out (an element of an array keeps its index free), null is sent empty, an empty array or
 * object sends nothing. The order of keys is kept.
 *
 * @throws {TypeError} naming the parameter: `line_items[0].quantity: NaN is not a number that can be sent`
 */
export function encodeForm(data: object, date: WriteDate = isoDate): string {
  return members("", "", Object(data), date, []);
}

/** Adds what `object` holds to `out`. `parents`: the objects around it. */
function members(
  out: string,
  prefix: string,
  object: Members,
  date: WriteDate,
  parents: object[],
): string {
  if (parents.includes(object)) throw refusal(prefix, "a cycle");
  parents.push(object);
  for (const name of Object.keys(object)) {
    const value = object[name];
    const key = memberOf(prefix, escape(name, prefix));
    if (hasMembers(value)) out = members(out, key, value, date, parents);
    else if (value !== undefined)
      out += `${out && "&"}${key}=${escape(toText(value, key, date), key)}`;
  }
  parents.pop();
  return out;
}

/** Brackets stay as they are, in keys and values. */
function escape(text: string, key: string): string {
  return /[^\w.~[\]-]/.test(text)
    ? percentEncode(text, key).replace(/%5[BD]/g, decodeURIComponent)
    : text;
}
