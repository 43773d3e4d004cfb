/** Containers of one item type, as the dialect tells them from other objects. */
import type { ListRule } from "../../config/index.js";
import type { Schema, SchemaObject } from "../../openapi/index.js";
import { child, member } from "../../openapi/pointer.js";
import { target } from "../../openapi/reference.js";
import type { ModelContext } from "./index.js";

export interface ListMatch {
  readonly rule: ListRule;
  readonly item: Schema;
  /** JSON pointer of the item's schema. */
  readonly pointer: string;
  readonly container: { readonly schema: SchemaObject; readonly pointer: string };
}

/** Recognises a container, there or at the end of a reference. `pointer` is where the schema stands. */
export function matchList(
  context: ModelContext,
  schema: Schema | undefined,
  pointer: string,
): ListMatch | undefined {
  let found = { schema, pointer };
  for (const seen = new Set<string>(); isAlias(found.schema) && !seen.has(found.schema.$ref);) {
    const { $ref } = found.schema;
    seen.add($ref);
    // `load` has proven that the reference of a schema resolves to a schema.
    found = { schema: target(context.document, $ref) as Schema, pointer: $ref.slice(1) };
  }
  return matchOwnList(context, found.schema, found.pointer);
}

/** A reference with nothing beside it that bears on the type. */
function isAlias(schema: Schema | undefined): schema is SchemaObject & { readonly $ref: string } {
  if (typeof schema !== "object" || schema.$ref === undefined) return false;
  const { properties, allOf, anyOf, oneOf } = schema;
  return (properties ?? allOf ?? anyOf ?? oneOf) === undefined;
}

/** The same for what the schema itself says. */
export function matchOwnList(
  { dialect }: ModelContext,
  schema: Schema | undefined,
  pointer: string,
): ListMatch | undefined {
  if (typeof schema !== "object" || schema.properties === undefined) return undefined;
  const { properties } = schema;
  const rule = dialect?.lists?.find((candidate) => isContainer(properties, candidate));
  const items = rule && itemsOf(properties, rule);
  if (rule === undefined || items === undefined) return undefined;
  return {
    rule,
    item: items,
    pointer: child(child(pointer, "properties"), rule.items) + "/items",
    container: { schema, pointer },
  };
}

function isContainer(properties: NonNullable<SchemaObject["properties"]>, rule: ListRule): boolean {
  const names = Object.keys(properties);
  if (itemsOf(properties, rule) === undefined) return false;
  if (!names.every((name) => rule.properties.includes(name))) return false;
  if (rule.mark === undefined) return rule.properties.every((name) => names.includes(name));
  const mark = member(properties, rule.mark.property);
  const values: unknown = member(mark, "enum");
  return member(mark, "const") === rule.mark.value || member(values, "0") === rule.mark.value;
}

/** The schema of the items; undefined where there is none of all of them. */
function itemsOf(
  properties: NonNullable<SchemaObject["properties"]>,
  { items: name }: ListRule,
): Schema | undefined {
  const list = member(properties, name) as Schema | undefined;
  if (typeof list !== "object" || ![list.type].flat().includes("array")) return undefined;
  return isSchemaArray(list.items) ? undefined : list.items;
}

function isSchemaArray(items: SchemaObject["items"]): items is readonly Schema[] {
  return Array.isArray(items);
}
