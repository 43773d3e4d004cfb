/**
 * Discriminators (OpenAPI 3.0.4 and 3.1.1, "Discriminator Object"): the property that tells the members of a union,
 * or the subtypes of a schema, apart gets its literals.
 */
import type { Discriminator, Schema, SchemaObject } from "../../openapi/index.js";
import { member } from "../../openapi/pointer.js";
import { target } from "../../openapi/reference.js";
import { type ModelContext, warn } from "../context/index.js";
import { componentKey, schemaRef } from "../types/references.js";
import { type Literal, valuesThatTell } from "../schemas/discriminator-values.js";
import { type Facet, facets } from "../schemas/facets.js";
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
    const values = valuesThatTell(context, discriminator, ref, all);
    if (values === undefined) warnUntold(context, discriminator, ref);
    const literal = literalOf(discriminator, values ?? []);
    return literal === undefined ? shape : { allOf: [shape, literal] };
  });
}

/** Whether the named type has its literal already, by {@link inheritedLiterals}. */
function inheritsLiteral([, ...ancestors]: readonly Facet[], propertyName: string): boolean {
  return ancestors.some(({ schema }) => schema.discriminator?.propertyName === propertyName);
}

function literalOf({ propertyName }: Discriminator, values: readonly Literal[]): Shape | undefined {
  if (values.length === 0) return undefined;
  return {
    type: "object",
    properties: Object.fromEntries([[propertyName, { enum: [...new Set(values)] }]]),
    required: [propertyName],
  };
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
      const values = subtypes.map((subtype) =>
        valuesThatTell(context, discriminator, schemaRef(subtype.key), subtype.all),
      );
      if (valuesThatTell(context, discriminator, schemaRef(key), all) === undefined)
        warnUntold(context, discriminator, schemaRef(key));
      // What is known of some of them is not all that the value may be.
      const areKnown = values.every((each) => each !== undefined);
      const literal = areKnown ? literalOf(discriminator, values.flat()) : undefined;
      if (literal !== undefined) literals.set(key, [...(literals.get(key) ?? []), literal]);
    }
  }
  return literals;
}

function warnUntold(context: ModelContext, { propertyName }: Discriminator, ref: string): void {
  const name = JSON.stringify(componentKey(ref) ?? ref);
  const property = JSON.stringify(propertyName);
  const schema: unknown = target(context.document, ref);
  const mark = Object.keys(Object(schema)).find((key) => /^x-.*discriminator/i.test(key));
  const ways = [`map one to it in \`discriminator.mapping\``];
  if (mark !== undefined)
    ways.unshift(`say \`dialect: { discriminatorValue: ${JSON.stringify(mark)} }\``);
  warn(context, {
    code: "unknown-discriminator-value",
    message: `no value of ${property} is known to stand for ${name}`,
    pointer: ref.slice(1),
    hint: `It is not told apart by ${property}: ${ways.join(", or ")}.`,
  });
}
