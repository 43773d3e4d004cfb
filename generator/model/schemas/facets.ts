/** What holds of a value at once: a schema, what it refers to, and its `allOf` (JSON Schema 2020-12, section 10.2.1.1). */
import type { OpenApiDocument, Schema, SchemaObject } from "../../openapi/index.js";
import { child, member } from "../../openapi/pointer.js";
import { target } from "../../openapi/reference.js";

/** A schema and its JSON pointer. */
export interface Facet {
  readonly schema: SchemaObject;
  readonly pointer: string;
}

/** A property's schema and its JSON pointer. */
export interface FoundProperty {
  readonly schema: Schema;
  readonly pointer: string;
}

/** 3.0 ignores whatever stands beside a reference. */
export function ignoresSiblings({ openapi }: OpenApiDocument): boolean {
  return openapi.startsWith("3.0");
}

/** The schema first, then all that holds with it, each once. */
export function facets(document: OpenApiDocument, schema: Schema, pointer: string): Facet[] {
  const found: Facet[] = [];
  const seen = new Set<Schema>();
  const visit = (next: Schema, at: string): void => {
    if (typeof next !== "object" || seen.has(next)) return;
    seen.add(next);
    if (next.$ref === undefined || !ignoresSiblings(document)) {
      found.push({ schema: next, pointer: at });
      next.allOf?.forEach((part, n) => visit(part, `${at}/allOf/${n}`));
    }
    // `load` has proven that it resolves to a schema.
    if (next.$ref !== undefined) visit(target(document, next.$ref) as Schema, next.$ref.slice(1));
  };
  visit(schema, pointer);
  return found;
}

/** The names that any of the facets requires. */
export function requiredNames(all: readonly Facet[]): Set<string> {
  return new Set(all.flatMap(({ schema }) => schema.required ?? []));
}

/** The first description of a property. */
export function findProperty(all: readonly Facet[], name: string): FoundProperty | undefined {
  const facet = all.length > MANY ? indexOf(all).get(name) : all.find((one) => has(one, name));
  if (facet === undefined) return undefined;
  // It was found there.
  const schema = member(facet.schema.properties, name) as Schema;
  return { schema, pointer: child(`${facet.pointer}/properties`, name) };
}

/** All that holds of a property's value, by each description of it. */
export function propertyFacets(
  document: OpenApiDocument,
  all: readonly Facet[],
  name: string,
): readonly Facet[] {
  return all.flatMap(({ schema, pointer }) => {
    const property = member(schema.properties, name) as Schema | undefined;
    const at = child(`${pointer}/properties`, name);
    return property === undefined ? [] : facets(document, property, at);
  });
}

function has({ schema }: Facet, name: string): boolean {
  return member(schema.properties, name) !== undefined;
}

/** From how many facets an index is worth its making. */
const MANY = 10;

const indexes = new WeakMap<readonly Facet[], ReadonlyMap<string, Facet>>();

/** The first facet that describes each property. */
function indexOf(all: readonly Facet[]): ReadonlyMap<string, Facet> {
  const known = indexes.get(all);
  if (known !== undefined) return known;
  const index = new Map<string, Facet>();
  for (const facet of all) {
    for (const name of Object.keys(facet.schema.properties ?? {})) {
      if (!index.has(name)) index.set(name, facet);
    }
  }
  indexes.set(all, index);
  return index;
}
