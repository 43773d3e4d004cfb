import type { SchemaObject } from "../../openapi/index.js";
import { listedValues } from "../schemas/literal.js";
import { typesOf } from "../schemas/schema-types.js";
import type { Shape } from "../types/index.js";

/** A whole number of 64 bits as text, which numbers of JavaScript cannot hold (OpenAPI Format Registry, "int64"). */
export function isInt64Text(schema: SchemaObject): boolean {
  if (schema.format !== "int64" || listedValues(schema) !== undefined) return false;
  const [type, ...others] = typesOf(schema);
  const { $ref, allOf, anyOf, oneOf } = schema;
  return type === "string" && others.length === 0 && !($ref ?? allOf ?? anyOf ?? oneOf);
}

/** Of a request: the runtime writes the digits of a `bigint` as text. */
export function orBigint(text: Shape): Shape {
  const { format } = text;
  const bigint: Shape = { type: "object", symbol: { kind: "bigint" } };
  return { anyOf: [text, bigint], ...(format === undefined ? {} : { format }) };
}
