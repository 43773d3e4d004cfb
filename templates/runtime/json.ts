import type { BodyEncoder, EncodedBody } from "./body.js";
import { isDate, percentEncode, refusal } from "./value.js";

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
 * @param key - what the value belongs to, percent-encoded; none for a body as a whole
 * @throws {TypeError} naming the value that JSON does not know: `items[0].quantity: NaN is not a number …`
 */
export function encodeJson(value: unknown, key = ""): string {
  check(value, key, []);
  return JSON.stringify(value);
}

function check(value: unknown, path: string, parents: object[]): void {
  const key = path || "body";
  switch (typeof value) {
    case "object":
      if (value !== null) checkObject(value, path, key, parents);
      return;
    case "number":
      if (!Number.isFinite(value)) throw refusal(key, `${value}`, "number");
      return;
    case "bigint":
    case "function":
    case "symbol":
      throw refusal(key, `a ${typeof value}`);
  }
}

function checkObject(object: object, path: string, key: string, parents: object[]): void {
  if (parents.includes(object)) throw refusal(key, "an object that holds itself");
  if ("toJSON" in object && !(object instanceof Date)) return;
  if (isDate(object, key)) {
    if (Number.isNaN(object.getTime())) throw refusal(key, `${object}`, "date");
    return;
  }
  parents.push(object);
  const entries: [string, unknown][] = Object.entries(object);
  for (const [name, value] of entries) {
    const part = percentEncode(name, path);
    check(value, path ? `${path}[${part}]` : part, parents);
  }
  parents.pop();
}
