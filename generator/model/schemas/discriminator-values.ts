/** Which values of a discriminator's property stand for a schema (OpenAPI 3.1.1, "Discriminator Object"). */
import type { Discriminator, OpenApiDocument } from "../../openapi/index.js";
import { member } from "../../openapi/pointer.js";
import { target } from "../../openapi/reference.js";
import type { ModelContext } from "../context/index.js";
import { componentKey } from "../types/references.js";
import { type Facet, propertyFacets } from "./facets.js";
import { listedValues } from "./literal.js";

export type Literal = string | number | boolean;

/**
 * The values that stand for a schema: those that are mapped to it, else that of the mark which the configuration names,
 * else its name. None where the schema lists values of its own, which tell it apart already, or where none is of the
 * property's type; undefined where the property lists values, and none of these is among them.
 */
export function valuesThatTell(
  context: ModelContext,
  discriminator: Discriminator,
  ref: string,
  all: readonly Facet[],
): readonly Literal[] | undefined {
  const property = propertyFacets(context.document, all, discriminator.propertyName);
  const lists = property.filter(({ schema }) => listedValues(schema) !== undefined);
  if (lists.some(({ pointer }) => `#${pointer}`.startsWith(`${ref}/`))) return [];
  const type = property.find(({ schema }) => schema.type !== undefined)?.schema.type;
  const literals = valuesOf(context, discriminator, ref).flatMap((value) => typed(type, value));
  const listed = lists.map(({ schema }) => listedValues(schema) ?? []);
  const found = literals.filter((value) => listed.every((values) => values.includes(value)));
  return found.length > 0 || listed.every(({ length }) => length === 1) ? found : undefined;
}

function valuesOf(
  { document, dialect }: ModelContext,
  { mapping }: Discriminator,
  ref: string,
): readonly string[] {
  const mapped = Object.entries(mapping ?? {}).flatMap(([value, to]) =>
    to === ref ? [value] : [],
  );
  if (mapped.length > 0) return mapped;
  const marked = markOf(document, ref, dialect?.discriminatorValue);
  const key = marked ?? componentKey(ref);
  return key === undefined ? [] : [key];
}

function markOf(
  document: OpenApiDocument,
  ref: string,
  extension: string | undefined,
): string | undefined {
  const value = extension === undefined ? undefined : member(target(document, ref), extension);
  return typeof value === "string" ? value : undefined;
}

/** The keys of a mapping are text, whatever type the property has. */
function typed(type: string | readonly string[] = "string", value: string): readonly Literal[] {
  if (type.includes("string")) return [value];
  if (type.includes("integer") || type.includes("number")) {
    const number = Number(value);
    return value.trim() === "" || !Number.isFinite(number) ? [] : [number];
  }
  return type.includes("boolean") && /^(?:true|false)$/.test(value) ? [value === "true"] : [];
}
