/** `const` and `enum` (JSON Schema 2020-12, section 6.1.2 and 6.1.3): values become types of their own. */
import type { SchemaObject } from "../../openapi/index.js";
import { member } from "../../openapi/pointer.js";
import type { Shape } from "../types/index.js";

/** Whether `null` is the only value. */
export function allowsOnlyNull({ const: constant, enum: values }: SchemaObject): boolean {
  return constant === null || (values?.length === 1 && values[0] === null);
}

/** The values of `const` or `enum`; undefined where the schema lists none. */
export function listedValues(schema: SchemaObject): readonly unknown[] | undefined {
  if (member(schema, "const") !== undefined) return [schema.const];
  return schema.enum === undefined || schema.enum.length === 0 ? undefined : schema.enum;
}

/** The listed values, each once and without `null`, which is in `nullable`. */
export function enumeration(values: readonly unknown[]): Shape {
  const listed = values.filter((value) => value !== null);
  const plain = [...new Set(listed.filter(isPlain))];
  const shapes = listed.filter((value) => !isPlain(value)).map(literal);
  if (shapes.length === 0) return { enum: plain };
  if (plain.length === 0 && shapes.length === 1) return shapes[0] ?? {};
  return { anyOf: [...(plain.length === 0 ? [] : [{ enum: plain }]), ...shapes] };
}

/** The type of exactly this value, as far as TypeScript can say it. */
function literal(value: unknown): Shape {
  if (value === null) return { type: "null" };
  if (Array.isArray(value)) {
    return { type: "array", prefixItems: value.map(literal), minItems: value.length };
  }
  if (typeof value === "object") {
    const entries = Object.entries(value).map(([key, inner]) => [key, literal(inner)] as const);
    if (entries.length === 0) return { type: "object", additionalProperties: { enum: [] } };
    const required = entries.map(([key]) => key);
    return { type: "object", properties: Object.fromEntries(entries), required };
  }
  return isPlain(value) ? { enum: [value] } : { type: "number" };
}

/** Whether the value has a literal type: numbers that are too large for a double, and YAML's `.nan`, have none. */
function isPlain(value: unknown): boolean {
  return typeof value === "number" ? Number.isFinite(value) : typeof value !== "object";
}
