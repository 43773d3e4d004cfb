import type { Schema } from "../../openapi/index.js";
import { target } from "../../openapi/reference.js";
import type { ModelContext } from "../context/index.js";

/** Whether whatever a schema allows is an object or an array: neither null nor a primitive value. */
export function alwaysObject(
  context: ModelContext,
  schema: Schema | undefined,
  around: readonly Schema[] = [],
): boolean {
  if (typeof schema !== "object" || around.includes(schema) || schema.nullable === true) {
    return false;
  }
  const inner = (other: Schema): boolean => alwaysObject(context, other, [...around, schema]);
  const { $ref, type, allOf, anyOf, oneOf } = schema;
  if (type !== undefined) {
    const types = typeof type === "string" ? [type] : type;
    return types.every((name) => name === "object" || name === "array");
  }
  // `load` has proven that the reference of a schema leads to a schema.
  if ($ref !== undefined && inner(target(context.document, $ref) as Schema)) return true;
  if (allOf?.some(inner) === true) return true;
  const alternatives = anyOf ?? oneOf;
  if (alternatives !== undefined) return alternatives.every(inner);
  return (schema.properties ?? schema.additionalProperties ?? schema.items) !== undefined;
}
