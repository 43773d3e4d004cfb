/** The objects that a schema stands for, in which a listed path may name a property. */
import type { Schema, SchemaObject } from "../../openapi/index.js";
import { target } from "../../openapi/reference.js";
import type { ModelContext } from "./index.js";
import { matchList } from "./lists.js";

export interface Place {
  readonly schema: Schema | undefined;
  readonly pointer: string;
}

export interface ObjectPlace extends Place {
  readonly schema: SchemaObject;
}

/** The object schemas that a schema is made of, each once: through references, alternatives, arrays and lists. */
export function objectsIn(context: ModelContext, whole: Place): readonly ObjectPlace[] {
  const places = [whole];
  const seen = new Set<string>();
  const found: ObjectPlace[] = [];
  // The loop goes on with what is added meanwhile: schemas may be nested deeper than the stack.
  for (const { schema, pointer } of places) {
    if (typeof schema !== "object" || seen.has(pointer)) continue;
    seen.add(pointer);
    const other = insteadOf(context, schema, pointer);
    places.push(...(other === undefined ? partsOf(schema, pointer) : [other]));
    if (other === undefined && schema.properties !== undefined) found.push({ schema, pointer });
  }
  return found;
}

/** What a schema stands for: the one that it refers to, or the items of the list that it is. */
function insteadOf(
  context: ModelContext,
  schema: SchemaObject,
  pointer: string,
): Place | undefined {
  const { $ref } = schema;
  if ($ref !== undefined)
    return { schema: resolved(context.document, schema), pointer: $ref.slice(1) };
  const list = matchList(context, schema, pointer);
  return list && { schema: list.item, pointer: list.pointer };
}

function partsOf(schema: SchemaObject, pointer: string): readonly Place[] {
  const parts = (["allOf", "anyOf", "oneOf"] as const).flatMap((keyword) =>
    (schema[keyword] ?? []).map((part, n) => ({
      schema: part,
      pointer: `${pointer}/${keyword}/${n}`,
    })),
  );
  const { items } = schema;
  if (items === undefined) return parts;
  return [...parts, { schema: items as Schema, pointer: `${pointer}/items` }];
}

export function resolved(
  document: ModelContext["document"],
  schema: Schema | undefined,
): Schema | undefined {
  if (typeof schema !== "object" || schema.$ref === undefined) return schema;
  // `load` has proven that the reference of a schema resolves to a schema.
  return target(document, schema.$ref) as Schema;
}
