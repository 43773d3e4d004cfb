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
    // `load` has proven that it leads to a schema.
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
  for (const { schema, pointer } of all) {
    const property = member(schema.properties, name) as Schema | undefined;
    if (property !== undefined) {
      return { schema: property, pointer: child(`${pointer}/properties`, name) };
    }
  }
  return undefined;
}
