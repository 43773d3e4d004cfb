/** Values that no style can write: an object or array inside of another (OpenAPI 3.1.1, "Style Examples"). */
import type { OpenApiDocument, Schema } from "../../openapi/index.js";
import { type ModelContext, warn } from "../context/index.js";
import { type Facet, facets } from "../schemas/facets.js";
import { typesOf } from "../schemas/schema-types.js";
import { type FoundParameter, parameterStyle } from "./parameters.js";

/** Says of a parameter which of its values are refused before they are sent. */
export function warnNested(context: ModelContext, { parameter, pointer }: FoundParameter): void {
  const { style } = parameterStyle(parameter);
  const isNesting = context.dialect?.nested === true && parameter.in === "query";
  if (style === "json" || style === "deepObject" || isNesting) return;
  const at = nested(context.document, facets(context.document, parameter.schema ?? true, ""));
  if (at === undefined) return;
  warn(context, {
    code: "nested-parameter",
    message: `the parameter ${JSON.stringify(parameter.name)} has ${at}, which style ${style} cannot write`,
    pointer,
    hint: 'Such a value is refused before it is sent. Say `style: deepObject`, or `content: { "application/json": … }`.',
  });
}

/** Where something has members inside of something that has; undefined where nothing does. */
function nested(document: OpenApiDocument, all: readonly Facet[]): string | undefined {
  for (const { schema } of all) {
    for (const [name, property] of Object.entries(schema.properties ?? {}))
      if (hasMembers(document, property)) return `an object or array at ${JSON.stringify(name)}`;
    for (const items of [schema.items].flat())
      if (hasMembers(document, items)) return "objects or arrays as items";
  }
  return undefined;
}

/** Whether every value does: of alternatives, one may be sent. */
function hasMembers(document: OpenApiDocument, schema: Schema | undefined): boolean {
  if (schema === undefined) return false;
  return facets(document, schema, "").some((facet) => {
    const types = typesOf(facet.schema);
    return types.length > 0 && types.every((type) => type === "object" || type === "array");
  });
}
