/**
 * Discriminators (OpenAPI 3.0.4 and 3.1.1, "Discriminator Object"): the property that tells the members of a union,
 * or the subtypes of a schema, apart gets its literals.
 */
import type { Discriminator, Schema, SchemaObject } from "../../openapi/index.js";
import { member } from "../../openapi/pointer.js";
import type { ModelContext } from "../context/index.js";
import { componentKey, schemaRef } from "../types/references.js";
import { type Facet, facets, findProperty } from "../schemas/facets.js";
import { listedValues } from "../schemas/literal.js";
import type { Shape } from "../types/index.js";

/** Narrows each referenced member of a union by the values its discriminator maps to it. */
export function refineByDiscriminator(
  context: ModelContext,
  schema: SchemaObject,
  options: readonly Schema[],
  shapes: readonly Shape[],
): Shape[] {
  const { discriminator } = schema;
  if (discriminator === undefined) return [...shapes];
  return shapes.map((shape, n) => {
    const option = options[n];
    const ref = typeof option === "object" ? option.$ref : undefined;
    if (ref === undefined) return shape;
    const all = facets(context.document, { $ref: ref }, "");
    if (inheritsLiteral(all, discriminator.propertyName)) return shape;
    const literal = literalOf(discriminator, all, valuesOf(discriminator, ref));
    return literal === undefined ? shape : { allOf: [shape, literal] };
  });
}

/** The values that tell a named member of a union; undefined where its schema lists them itself. */
export function memberLiterals(
  { document }: ModelContext,
  discriminator: Discriminator,
  ref: string,
): readonly unknown[] | undefined {
  const all = facets(document, { $ref: ref }, "");
  const literal = literalOf(discriminator, all, valuesOf(discriminator, ref));
  return literal?.properties?.[discriminator.propertyName]?.enum;
}

/** Whether the named type has its literal already, by {@link inheritedLiterals}. */
function inheritsLiteral([, ...ancestors]: readonly Facet[], propertyName: string): boolean {
  return ancestors.some(({ schema }) => schema.discriminator?.propertyName === propertyName);
}

/** The values that stand for a schema: those that are mapped to it, else its name. */
function valuesOf({ mapping }: Discriminator, ref: string): readonly string[] {
  const mapped = Object.entries(mapping ?? {}).flatMap(([value, to]) =>
    to === ref ? [value] : [],
  );
  const key = componentKey(ref);
  return mapped.length > 0 || key === undefined ? mapped : [key];
}

/**
 * An object with the literals at the property; undefined where the schema itself lists values, or where no value
 * is of the property's type.
 */
function literalOf(
  { propertyName }: Discriminator,
  all: readonly Facet[],
  values: readonly string[],
): Shape | undefined {
  const property = findProperty(all, propertyName)?.schema;
  if (typeof property === "object" && listedValues(property) !== undefined) return undefined;
  const literals = values.flatMap((value) => typed(property, value));
  if (literals.length === 0) return undefined;
  return {
    type: "object",
    properties: Object.fromEntries([[propertyName, { enum: [...new Set(literals)] }]]),
    required: [propertyName],
  };
}

/** The keys of a mapping are text, whatever type the property has. */
function typed(property: Schema | undefined, value: string): (string | number | boolean)[] {
  const type = typeof property === "object" ? property.type : undefined;
  const types = [type ?? "string"].flat();
  if (types.includes("string")) return [value];
  if (types.includes("integer") || types.includes("number")) {
    const number = Number(value);
    return value.trim() === "" || !Number.isFinite(number) ? [] : [number];
  }
  return types.includes("boolean") && /^(?:true|false)$/.test(value) ? [value === "true"] : [];
}

/** For the subtypes of schemas with a discriminator, by key: the literals that tell each from the others. */
export function inheritedLiterals(context: ModelContext): ReadonlyMap<string, readonly Shape[]> {
  const { document } = context;
  const schemas = Object.entries(document.components?.schemas ?? {});
  const literals = new Map<string, Shape[]>();
  if (!schemas.some(([, schema]) => member(schema, "discriminator") !== undefined)) return literals;
  const ancestry = schemas.map(([key]) => {
    const all = facets(document, { $ref: schemaRef(key) }, "");
    return { key, all, ancestors: new Set(all.map(({ schema }) => schema)) };
  });
  for (const { key, all } of ancestry) {
    const own = member(document.components?.schemas, key);
    for (const { schema: ancestor } of all) {
      const { discriminator } = ancestor;
      if (ancestor === own || discriminator === undefined || typeof own !== "object") continue;
      // A value that stands for a subtype of this schema is a value of this one as well.
      const subtypes = ancestry.filter(({ ancestors }) =>
        [...ancestors].some((each) => each === own),
      );
      const values = subtypes.flatMap((subtype) => valuesOf(discriminator, schemaRef(subtype.key)));
      const literal = literalOf(discriminator, all, values);
      if (literal !== undefined) literals.set(key, [...(literals.get(key) ?? []), literal]);
    }
  }
  return literals;
}
