import type { BodyEncoder, EncodedBody } from "./body.js";
import { hasMembers, isDate, memberOf, refusal, tagOf } from "./value.js";

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
 * JSON, where `JSON.stringify` alone would turn NaN into null and leave functions out.
 *
 * @param key - what the value belongs to; none for a body as a whole
 * @throws {TypeError} naming the value that JSON does not know: `items[0].quantity: NaN is not a number that can be sent`
 */
export function encodeJson(value: unknown, key = ""): string {
  check(value, key, []);
  return JSON.stringify(value);
}

function check(value: unknown, path: string, parents: readonly object[]): void {
  switch (typeof value) {
    case "object":
      if (value !== null) checkObject(value, path, parents);
      return;
    case "number":
      if (!Number.isFinite(value)) throw refusal(path || "body", value, "number");
      return;
    case "bigint":
    case "function":
    case "symbol":
      throw refusal(path || "body", tagOf(value));
  }
}

function checkObject(object: object, path: string, parents: readonly object[]): void {
  const key = path || "body";
  if (parents.includes(object)) throw refusal(key, "a circle");
  if ("toJSON" in object && !(object instanceof Date)) return;
  if (isDate(object)) {
    if (Number.isNaN(object.getTime())) throw refusal(key, object);
    return;
  }
  if (!hasMembers(object)) throw refusal(key, tagOf(object));
  const entries: [string, unknown][] = Object.entries(object);
  for (const [name, value] of entries) check(value, memberOf(path, name), [...parents, object]);
}
