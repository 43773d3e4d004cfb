import type { OpenApiDocument, Schema } from "../../openapi/index.js";
import { target } from "../../openapi/reference.js";
import type { ModelContext } from "../context/index.js";

/** What is known of the schemas of a document, none of which changes any more. */
const known = new WeakMap<object, boolean>();

/** Whether whatever a schema allows is an object or an array: neither null nor a primitive value. */
export function alwaysObject({ document }: ModelContext, schema: Schema | undefined): boolean {
  if (typeof schema !== "object") return false;
  if (!known.has(schema)) settle(document, schema);
  return known.get(schema) === true;
}

/** Each schema is looked at once, however many ways lead to it; one that only consists of itself is not an object. */
function settle(document: OpenApiDocument, start: object & Schema): void {
  const seen = new Set<Schema>();
  const schemas: Schema[] = [];
  const visit = (schema: Schema): void => {
    if (typeof schema !== "object" || known.has(schema) || seen.has(schema)) return;
    seen.add(schema);
    for (const part of partsOf(document, schema)) visit(part);
    schemas.push(schema);
  };
  visit(start);
  // After what it depends on, so that one round is enough where there is no cycle.
  const found = new Set<Schema>();
  const holds = (schema: Schema): boolean =>
    found.has(schema) || (typeof schema === "object" && known.get(schema) === true);
  let before: number;
  do {
    before = found.size;
    for (const schema of schemas) if (isObject(document, schema, holds)) found.add(schema);
  } while (found.size > before);
  for (const schema of schemas)
    if (typeof schema === "object") known.set(schema, found.has(schema));
}

/** The schemas on which it depends. */
function partsOf(document: OpenApiDocument, schema: object & Schema): readonly Schema[] {
  const { $ref, type, allOf = [], anyOf, oneOf } = schema;
  if (type !== undefined) return [];
  // `load` has proven that the reference of a schema resolves to a schema.
  const referred = $ref === undefined ? [] : [target(document, $ref) as Schema];
  return [...referred, ...allOf, ...(anyOf ?? oneOf ?? [])];
}

function isObject(
  document: OpenApiDocument,
  schema: Schema,
  holds: (part: Schema) => boolean,
): boolean {
  if (typeof schema !== "object" || schema.nullable === true) return false;
  const { $ref, type, allOf, anyOf, oneOf } = schema;
  if (type !== undefined) {
    const types = typeof type === "string" ? [type] : type;
    return types.every((name) => name === "object" || name === "array");
  }
  if ($ref !== undefined && holds(target(document, $ref) as Schema)) return true;
  if (allOf?.some(holds) === true) return true;
  const alternatives = anyOf ?? oneOf;
  if (alternatives !== undefined) return alternatives.every(holds);
  return (schema.properties ?? schema.additionalProperties ?? schema.items) !== undefined;
}
