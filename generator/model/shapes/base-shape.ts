/** The shape of a schema without its `allOf`, `anyOf` and `oneOf`: types, listed values, members and items. */
import type { Schema, SchemaObject } from "../../openapi/index.js";
import { child } from "../../openapi/pointer.js";
import { isHidden } from "./access.js";
import type { ModelContext } from "../context/index.js";
import { isIncludable } from "../context/expansion.js";
import { propertyNotes } from "../context/extensions.js";
import { isOfVersion } from "../context/versions.js";
import { enumeration } from "../schemas/literal.js";
import { enumValues, isOpenable, type OpenEnums } from "../schemas/open-enums.js";
import { typesOf } from "../schemas/schema-types.js";
import { limits } from "./notes.js";
import type { Direction, Shape, ShapeType } from "../types/index.js";

export interface BaseTools {
  readonly context: ModelContext;
  readonly direction: Direction;
  readonly isOpen: OpenEnums["isOpen"];
  shape(schema: Schema | undefined, pointer: string): Shape;
  /** A property of the schema at `pointer`. */
  property(schema: Schema, pointer: string, name: string): Shape;
}

const NULL: Shape = { type: "null" };

/** `required`: the names that are required of the value, by this schema or by another that holds with it. */
export function baseShape(
  tools: BaseTools,
  schema: SchemaObject,
  pointer: string,
  required: ReadonlySet<string>,
): Shape {
  const types = typesOf(schema);
  const values = enumValues(tools.context, schema);
  const single = (type: ShapeType | undefined): Shape => ({
    ...(type === undefined ? {} : { type }),
    ...(schema.format === undefined ? {} : { format: schema.format }),
    ...limits(schema, type),
    ...(type === "object" ? objectPart(tools, schema, pointer, required) : {}),
    ...(type === "array" ? arrayPart(tools, schema, pointer) : {}),
  });
  if (values !== undefined) {
    const listed = opened(tools, schema, enumeration(values));
    const [type, ...others] = types;
    const isScalar = others.length === 0 && type !== "object" && type !== "array";
    return listed.enum !== undefined && isScalar ? { ...single(type), ...listed } : listed;
  }
  return types.length > 1 ? { anyOf: types.map(single) } : single(types[0]);
}

/** Listed values beside which others may come. */
function opened({ isOpen, direction }: BaseTools, schema: SchemaObject, listed: Shape): Shape {
  const { enum: values = [] } = listed;
  const isList = values.length > 0 && values.every(isOpenable);
  return isList && isOpen(schema, direction) ? { ...listed, open: true } : listed;
}

function objectPart(
  tools: BaseTools,
  schema: SchemaObject,
  pointer: string,
  demanded: ReadonlySet<string>,
): Shape {
  const { context, direction } = tools;
  const { dialect, document } = context;
  const nullableIsPresent = dialect?.nullableIsPresent === true && !isOfVersion(context, pointer);
  const found = propertyNotes(context, schema, pointer);
  const entries: [string, Shape][] = [];
  const required: string[] = [];
  let isAsked = false;
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (isHidden(document, property, direction)) continue;
    const { presence } = found.get(name) ?? {};
    const includable = isIncludable(context, schema, name, found.get(name), pointer);
    const asked = includable && presence !== "optional";
    if (asked && !isNullUnlessAsked(tools, property, pointer)) {
      isAsked = true;
      continue;
    }
    const value = asked ? NULL : tools.property(property, pointer, name);
    const isPresent = demanded.has(name) || (nullableIsPresent && value.nullable === true);
    if (presence === undefined ? isPresent : presence === "required") required.push(name);
    entries.push([name, value]);
  }
  // Where all must be asked for, nothing is there otherwise: what has no properties of its own could have any.
  const isEmpty = isAsked && entries.length === 0;
  const rest = additionalShape(tools, schema, pointer) ?? (isEmpty ? false : undefined);
  return {
    ...(schema.properties === undefined ? {} : { properties: Object.fromEntries(entries) }),
    ...(required.length === 0 ? {} : { required }),
    ...(rest === undefined ? {} : { additionalProperties: rest }),
  };
}

/** What a parameter lists comes as null where the document allows that; all else that can be asked for is absent. */
function isNullUnlessAsked(
  { context, shape }: BaseTools,
  property: Schema,
  pointer: string,
): boolean {
  return context.listed?.ends.has(pointer) === true && shape(property, pointer).nullable === true;
}

/**
 * Values under names the schema does not list. `patternProperties` count, as their names cannot be typed: beside them
 * are any others (JSON Schema 2020-12, section 10.3.2), where that is not excluded.
 */
function additionalShape(
  { shape }: BaseTools,
  schema: SchemaObject,
  pointer: string,
): boolean | Shape | undefined {
  const isWhole = !schema.allOf && !schema.anyOf && !schema.oneOf;
  const keyword =
    isWhole && schema.additionalProperties === undefined
      ? "unevaluatedProperties"
      : "additionalProperties";
  const additional = schema[keyword];
  const patterns = Object.entries(schema.patternProperties ?? {});
  if (patterns.length > 0) {
    const isClosed = additional === false || patterns.some(([pattern]) => MATCHES_ALL.has(pattern));
    if (!isClosed && (additional === undefined || additional === true)) return true;
    const more = isClosed ? [] : [shape(additional, `${pointer}/${keyword}`)];
    const typed = patterns.map(([pattern, value]) =>
      shape(value, child(`${pointer}/patternProperties`, pattern)),
    );
    return { anyOf: [...typed, ...more] };
  }
  if (additional === false) {
    const isEmpty = isWhole && Object.keys(schema.properties ?? {}).length === 0;
    return isEmpty ? { enum: [] } : false;
  }
  if (additional === undefined || additional === true) return additional;
  return shape(additional, `${pointer}/${keyword}`);
}

/** Patterns of which every name is one, as documents write them. */
const MATCHES_ALL = new Set(["", "^", ".*", "^.*", "^.*$", ".+", "^.+", "^.+$"]);

function arrayPart({ shape }: BaseTools, schema: SchemaObject, pointer: string): Shape {
  const { items, prefixItems, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  // Drafts before 2020-12: `items` lists what stands at each place, `additionalItems` what comes after.
  const listed = prefixItems ?? (isSchemaArray(items) ? items : undefined);
  const keyword =
    listed !== undefined && listed === items
      ? "additionalItems"
      : items === undefined
        ? "unevaluatedItems"
        : "items";
  const rest = schema[keyword];
  const after = isSchemaArray(rest) ? undefined : rest;
  if (listed === undefined || listed.length === 0) {
    return after === undefined ? {} : { items: shape(after, `${pointer}/${keyword}`) };
  }
  const places = listed.slice(0, maxItems);
  const isClosed = after === false || maxItems <= listed.length;
  return {
    prefixItems: places.map((item, n) =>
      shape(item, `${pointer}/${prefixItems ? "prefixItems" : "items"}/${n}`),
    ),
    minItems: Math.min(minItems, places.length),
    ...(isClosed ? {} : { items: shape(after, `${pointer}/${keyword}`) }),
  };
}

function isSchemaArray(items: SchemaObject["items"]): items is readonly Schema[] {
  return Array.isArray(items);
}
