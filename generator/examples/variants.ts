/** Objects of which one property tells which of several others is there: `type: "card"` beside `card: { … }`. */
import { requires } from "../openapi/required.js";
import type { Schema, SchemaObject } from "../openapi/index.js";
import { member } from "../openapi/pointer.js";

export interface Variants {
  /** The property that tells. */
  readonly property: string;
  /** The properties of which one is there. */
  readonly names: ReadonlySet<string>;
  /** What the telling property has for an example, where its schema lists none. */
  readonly value?: string;
}

/**
 * The variants of an object, where at least two of its optional properties are. `telling`: the dialect's names of
 * properties that tell, where the schema does not list their values.
 */
export function variantsOf(
  object: SchemaObject,
  telling: readonly string[] = [],
): Variants | undefined {
  const { properties = {} } = object;
  const optional = Object.entries(properties).filter(([name]) => !requires(object, name));
  const optionalNames = new Set<unknown>(optional.map(([name]) => name));
  for (const [property, schema] of Object.entries(properties)) {
    const values = typeof schema === "object" ? (schema.enum ?? []) : [];
    const names = new Set(values.filter((value) => typeof value === "string"));
    for (const name of names) if (!optionalNames.has(name)) names.delete(name);
    if (names.size > 1) return { property, names };
  }
  const objects = optional.filter(([, schema]) => isObject(schema)).map(([name]) => name);
  const [value] = objects;
  const property = telling.find((name) => isPlainText(member(properties, name)));
  if (value === undefined || objects.length < 2 || property === undefined) return undefined;
  return { property, names: new Set(objects), value };
}

function isObject(schema: Schema): boolean {
  return typeof schema === "object" && (schema.$ref ?? schema.properties) !== undefined;
}

function isPlainText(schema: unknown): boolean {
  return member(schema, "type") === "string" && member(schema, "enum") === undefined;
}
