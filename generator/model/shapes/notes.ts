/** What of a schema is said beside its type. */
import type { SchemaObject } from "../../openapi/index.js";
import { isNull } from "../schemas/schema-types.js";
import type { Limits, Shape, ShapeType } from "../types/index.js";

/** What is said to people, and by what values: no type depends on it. */
export function notes(schema: SchemaObject): Shape {
  const { description, deprecated, not, default: fallback } = schema;
  const example = shownValue(schema);
  return {
    ...(example === undefined ? {} : { example }),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(description === undefined ? {} : { description }),
    ...(deprecated === true ? { deprecated } : {}),
    ...(not === undefined || not === false ? {} : { not: JSON.stringify(not) }),
  };
}

/** The first value that the document shows (3.1 has a list of them). */
function shownValue({ example, examples }: SchemaObject): unknown {
  return example ?? (Array.isArray(examples) ? (examples as readonly unknown[])[0] : undefined);
}

/** What values of this type must keep to, by the schema; nothing of what is said of other types. */
export function limits(schema: SchemaObject, type: ShapeType | undefined): Shape {
  const found = (LIMITS[type ?? "null"] ?? []).flatMap((keyword) =>
    schema[keyword] === undefined ? [] : [[keyword, schema[keyword]] as const],
  );
  return found.length === 0 ? {} : { limits: Object.fromEntries(found) };
}

const NUMBERS = [
  "multipleOf",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
] as const;

const LIMITS: Readonly<Partial<Record<ShapeType, readonly (keyof Limits)[]>>> = {
  string: ["minLength", "maxLength", "pattern"],
  number: NUMBERS,
  integer: NUMBERS,
  array: ["minItems", "maxItems"],
};

/** A value may be null where anything of the schema says so; an `allOf` speaks for itself. */
export function nullability(schema: SchemaObject): Shape {
  const nullable =
    schema.nullable === true ||
    (typeof schema.type !== "string" && schema.type?.includes("null") === true) ||
    schema.enum?.includes(null) === true ||
    [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some(isNull);
  return nullable ? { nullable } : {};
}
