import type { OpenApiDocument, Schema } from "../../openapi/index.js";
import { facets } from "./facets.js";
import { isNull, typesOf } from "./schema-types.js";

/**
 * Whether whatever a schema allows besides null is an object. What it requires binds objects alone (JSON Schema 2020-12
 * Validation, section 6.5.3): an array or a text has no such names.
 */
export function isObjectOnly(
  document: OpenApiDocument,
  schema: Schema,
  seen: Set<Schema> = new Set(),
): boolean {
  if (seen.has(schema)) return true;
  seen.add(schema);
  return facets(document, schema, "").some(({ schema: each }) => {
    const types = typesOf(each);
    if (types.length > 0) return types.every((type) => type === "object");
    const options = [each.anyOf, each.oneOf].map((all) => all?.filter((one) => !isNull(one)) ?? []);
    return options.some(
      (all) => all.length > 0 && all.every((option) => isObjectOnly(document, option, seen)),
    );
  });
}
