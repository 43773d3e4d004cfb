/** Discriminators (OpenAPI 3, "Discriminator Object"): union members get the literal that tells them apart. */
import type { SchemaObject } from "../openapi.js";
import { member } from "../pointer.js";
import { dereference } from "../reference.js";
import type { ModelContext } from "./context.js";
import { componentKey } from "./extensions.js";
import type { Shape } from "./types.js";

/**
 * Narrows each referenced member of a union by the values its discriminator maps to it.
 * A member whose own schema already lists the property's values is left as it is.
 */
export function refineByDiscriminator(
  context: ModelContext,
  schema: SchemaObject,
  members: readonly Shape[],
): Shape[] {
  const { discriminator } = schema;
  if (discriminator === undefined) return [...members];
  const { propertyName, mapping } = discriminator;
  return members.map((option) => {
    const key = option.$ref === undefined ? undefined : componentKey(option.$ref);
    if (key === undefined || option.$ref === undefined) return option;
    if (hasOwnValues(context, option.$ref, propertyName)) return option;
    const mapped = Object.entries(mapping ?? {})
      .filter(([, target]) => target === key || componentKey(target) === key)
      .map(([value]) => value);
    const values = mapped.length > 0 ? mapped : [key];
    const literal: Shape = {
      type: "object",
      properties: Object.fromEntries([[propertyName, { enum: values }]]),
      required: [propertyName],
    };
    return { allOf: [option, literal] };
  });
}

function hasOwnValues(context: ModelContext, ref: string, propertyName: string): boolean {
  const target = dereference<SchemaObject>(context.document, { $ref: ref });
  const property = member(target.properties, propertyName);
  return member(property, "enum") !== undefined || member(property, "const") !== undefined;
}
