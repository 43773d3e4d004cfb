import type { BodyEncoder, EncodedBody } from "./body.js";
import { hasMembers, memberOf, refusal, tagOf, timeOf } from "./value.js";

/** `application/json` */
export function json(body: unknown): EncodedBody | undefined {
  return encode(body, "application/json");
}

/** JSON under a media type of its own, `application/merge-patch+json`. */
export function jsonAs(contentType: string): BodyEncoder {
  return (body) => encode(body, contentType);
}

function encode(body: unknown, contentType: string): EncodedBody | undefined {
  return body === undefined ? undefined : { body: encodeJson(body), contentType };
}

/**
 * JSON, where `JSON.stringify` alone would turn NaN into null and leave functions out. Each value is read once, so that
 * what was checked is what is sent.
 *
 * @param key - what the value belongs to; none for a body as a whole
 * @throws {TypeError} naming the value that JSON does not know: `items[0].quantity: NaN is not a number that can be sent`
 */
export function encodeJson(value: unknown, key = ""): string {
  const text: string | undefined = JSON.stringify(plain(value, key, "", []));
  if (text === undefined) throw refusal(key || "body", "undefined");
  return text;
}

/** What JSON is made of. `name`: what the value is called in what holds it. `parents`: the objects around it. */
function plain(value: unknown, path: string, name: string, parents: readonly object[]): unknown {
  const key = path || "body";
  const own = writesItself(value, key, name);
  if (typeof own === "number" && !Number.isFinite(own)) throw refusal(key, own, "number");
  if (own === null || /number|string|boolean|undefined/.test(typeof own)) return own;
  if (!hasMembers(own)) throw refusal(key, tagOf(own));
  if (parents.includes(own)) throw refusal(key, "a cycle");
  const around = [...parents, own];
  if (Array.isArray(own))
    return Array.from({ length: own.length }, (_, at) =>
      plain(own[at], memberOf(path, `${at}`), `${at}`, around),
    );
  // Without a prototype, any name is a member like all others.
  const copy: Record<string, unknown> = Object.create(null);
  for (const each of Object.keys(own))
    copy[each] = plain(own[each], memberOf(path, each), each, around);
  return copy;
}

/** What `toJSON` gives, where there is one. A bigint is text: as a number of JSON, most readers would round it. */
function writesItself(value: unknown, key: string, name: string): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  let toJSON: unknown;
  try {
    ({ toJSON } = value as { readonly toJSON?: unknown });
  } catch {
    // A proxy that was revoked.
    throw refusal(key, tagOf(value));
  }
  if (typeof toJSON !== "function") return value;
  if (Number.isNaN(timeOf(value))) throw refusal(key, "Invalid Date");
  return toJSON.call(value, name);
}
