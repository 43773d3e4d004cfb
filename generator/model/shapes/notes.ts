/** What of a schema is said beside its type. */
import type { Schema, SchemaObject } from "../../openapi/index.js";
import type { Shape } from "../types/index.js";

export function notes({ description, deprecated, not }: SchemaObject): Shape {
  return {
    ...(description === undefined ? {} : { description }),
    ...(deprecated === true ? { deprecated } : {}),
    ...(not === undefined || not === false ? {} : { not: JSON.stringify(not) }),
  };
}

/** A value may be null where anything of the schema says so; an `allOf` speaks for itself. */
export function nullability(schema: SchemaObject): Shape {
  const nullable =
    schema.nullable === true ||
    (typeof schema.type !== "string" && schema.type?.includes("null") === true) ||
    schema.enum?.includes(null) === true ||
    [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some(isNull);
  return nullable ? { nullable } : {};
}

export function isNull(schema: Schema): boolean {
  return typeof schema === "object" && schema.type === "null";
}
