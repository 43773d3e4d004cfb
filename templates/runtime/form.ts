import type { EncodedBody } from "./body.js";

/**
 * `application/x-www-form-urlencoded` with nested values, `a[b][0]=v`: the one encoder for bodies and queries.
 *
 * undefined is left out (an element of an array keeps its index free), null is sent empty, an empty array or
 * object sends nothing, a Date is sent as whole unix seconds. The order of keys is kept.
 *
 * @throws {TypeError} naming the parameter: `line_items[0].quantity: NaN is not a number that can be sent`
 */
export function encodeForm(data: object): string {
  return append("", "", data, []);
}

/** A request body of nested form values. */
export function form(body: unknown): EncodedBody {
  return {
    body: typeof body === "object" && body ? encodeForm(body) : "",
    contentType: "application/x-www-form-urlencoded",
  };
}

/** Adds `key=value`, or what `value` holds, to `out`. `parents`: the objects around it. */
function append(out: string, key: string, value: unknown, parents: object[]): string {
  let text = "";
  switch (typeof value) {
    case "undefined":
      return out;
    case "string":
      text = escape(value, key);
      break;
    case "number":
      if (!Number.isFinite(value)) throw refusal(key, `${value} is not a number that can be sent`);
      text = escape(String(value), key);
      break;
    case "boolean":
    case "bigint":
      text = String(value);
      break;
    case "object":
      if (value === null) break;
      if (!isDate(value, key)) return members(out, key, value, parents);
      text = String(seconds(value, key));
      break;
    default:
      throw refusal(key, `a ${typeof value} cannot be sent`);
  }
  return `${out && `${out}&`}${key}=${text}`;
}

function members(out: string, key: string, object: object, parents: object[]): string {
  if (parents.includes(object)) throw refusal(key, "an object that holds itself cannot be sent");
  parents.push(object);
  const entries: [string, unknown][] = Object.entries(object);
  for (const [name, value] of entries) {
    const escaped = escape(name, key);
    out = append(out, key ? `${key}[${escaped}]` : escaped, value, parents);
  }
  parents.pop();
  return out;
}

/** By tag, for a Date of another realm is one too. What is no list or object with members is refused. */
function isDate(value: object, key: string): value is Date {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind === "Date") return true;
  if (kind === "Object" || kind === "Array") return false;
  throw refusal(key, `a ${kind} cannot be sent`);
}

function seconds(date: Date, key: string): number {
  const time = Math.floor(date.getTime() / 1000);
  if (Number.isNaN(time)) throw refusal(key, "an invalid Date cannot be sent");
  return time;
}

/** Percent-encodes all but unreserved characters and brackets (RFC 3986, sections 2.2 and 2.3). */
function escape(text: string, key: string): string {
  if (!/[^\w.~[\]-]/.test(text)) return text;
  try {
    return encodeURIComponent(text).replace(/%5[BD]|[!'()*]/g, (found) =>
      found.length > 1 ? decodeURIComponent(found) : `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    throw refusal(key, "text with half a surrogate pair cannot be sent");
  }
}

/** `key` as people write it: `line_items[0].quantity`, not `line_items[0][quantity]`. */
function refusal(key: string, reason: string): TypeError {
  return new TypeError(
    `${decodeURIComponent(key).replace(/\[(?!\d+\])([^\]]*)\]/g, ".$1")}: ${reason}`,
  );
}
