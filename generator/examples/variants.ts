/** Objects of which one property tells which of several others is there: `type: "card"` beside `card: { … }`. */
import type { Schema, SchemaObject } from "../openapi/index.js";

export interface Variants {
  /** The property that tells. */
  readonly property: string;
  /** The properties of which one is there. */
  readonly names: ReadonlySet<string>;
  /** What the telling property has for an example, where its schema lists none. */
  readonly value?: string;
}

/** The variants of an object, where at least two of its optional properties are. */
export function variantsOf({ properties = {}, required = [] }: SchemaObject): Variants | undefined {
  const optional = Object.entries(properties).filter(([name]) => !required.includes(name));
  for (const [property, schema] of Object.entries(properties)) {
    const values = typeof schema === "object" ? (schema.enum ?? []) : [];
    const names = optional.map(([name]) => name).filter((name) => values.includes(name));
    if (names.length > 1) return { property, names: new Set(names) };
  }
  const objects = optional.filter(([, schema]) => isObject(schema)).map(([name]) => name);
  const [value] = objects;
  if (value === undefined || objects.length < 2 || !isPlainText(properties["type"])) {
    return undefined;
  }
  return { property: "type", names: new Set(objects), value };
}

function isObject(schema: Schema): boolean {
  return typeof schema === "object" && (schema.$ref ?? schema.properties) !== undefined;
}

function isPlainText(schema: Schema | undefined): boolean {
  return typeof schema === "object" && schema.type === "string" && schema.enum === undefined;
}
