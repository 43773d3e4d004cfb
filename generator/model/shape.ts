/** Normalises schemas: from what OpenAPI lets people write to the few forms that `Shape` has. */
import type { Schema, SchemaObject } from "../openapi.js";
import { child, escapeToken, member } from "../pointer.js";
import type { ModelContext } from "./context.js";
import { refineByDiscriminator } from "./discriminator.js";
import {
  expansionTargets,
  isIncludable,
  matchList,
  propertyNotes,
  unexpanded,
} from "./extensions.js";
import type { Shape, ShapeType, TypeSymbol } from "./types.js";

/** Gives the key of the named schema that a reference stands for, naming it where it has no name yet. */
export type ResolveKey = (ref: string) => string;

export interface Shaper {
  /** `pointer` is where the schema stands in the document. */
  shape(schema: Schema | undefined, pointer: string): Shape;
}

export function refTo(key: string): Shape {
  return { $ref: `#/components/schemas/${escapeToken(key)}` };
}

export function createShaper(context: ModelContext, resolveKey: ResolveKey): Shaper {
  const { dialect, document } = context;
  const ignoresSiblings = document.openapi.startsWith("3.0");

  function shape(schema: Schema | undefined, pointer: string): Shape {
    if (schema === undefined || schema === true) return {};
    if (schema === false) return { enum: [] };
    if (allowsOnlyNull(schema)) return { type: "null" };
    if (expansionTargets(schema) !== undefined) return shape(unexpanded(schema), pointer);
    if (schema.$ref !== undefined) return reference(schema.$ref, schema, pointer);
    const list = matchList(schema, dialect);
    if (list !== undefined) {
      const item = shape(list.item, `${pointer}/properties/data/items`);
      return wrapSymbol(schema, { kind: "list", name: list.rule.type, item });
    }
    if (isBinary(schema)) return wrapSymbol(schema, { kind: "upload" });
    const types = typesOf(schema);
    return types.length > 1 && schema.enum === undefined
      ? alternatives(schema, types, pointer)
      : single(schema, types[0], pointer);
  }

  function reference(ref: string, schema: SchemaObject, pointer: string): Shape {
    const target = refTo(resolveKey(ref));
    const { $ref: _, ...siblings } = schema;
    const described = notes(schema);
    if (ignoresSiblings || !Object.keys(siblings).some((keyword) => BEARS_ON_TYPE.has(keyword))) {
      return { ...target, ...described };
    }
    return { allOf: [target, shape(siblings, pointer)], ...described };
  }

  /** `type: [string, integer]`: one alternative for each, each with the keywords that apply to it. */
  function alternatives(schema: SchemaObject, types: readonly ShapeType[], pointer: string): Shape {
    return {
      anyOf: types.map((type) => {
        const { description: _d, nullable: _n, ...rest } = schema;
        return single(rest, type, pointer);
      }),
      ...nullability(schema),
      ...notes(schema),
    };
  }

  function single(schema: SchemaObject, type: ShapeType | undefined, pointer: string): Shape {
    return {
      ...(type === undefined ? {} : { type }),
      ...(schema.format === undefined ? {} : { format: schema.format }),
      ...enumeration(schema),
      ...(type === undefined || type === "object" ? objectPart(schema, pointer) : {}),
      ...(type === undefined || type === "array" ? arrayPart(schema, pointer) : {}),
      ...composition(schema, pointer),
      ...nullability(schema),
      ...notes(schema),
    };
  }

  function objectPart(schema: SchemaObject, pointer: string): Shape {
    const { properties, additionalProperties } = schema;
    const found = propertyNotes(context, schema, pointer);
    const entries: [string, Shape][] = [];
    const required = new Set(schema.required);
    for (const [name, property] of Object.entries(properties ?? {})) {
      const note = found.get(name);
      const includable = isIncludable(schema, name, note, dialect);
      if (includable && note?.presence !== "optional") continue;
      const value = shape(property, child(`${pointer}/properties`, name));
      if (dialect?.nullableIsPresent === true && value.nullable === true) required.add(name);
      if (note?.presence === "optional") required.delete(name);
      if (note?.presence === "required") required.add(name);
      entries.push([name, value]);
    }
    const rest = additionalShape(additionalProperties, schema, pointer);
    return {
      ...(properties === undefined ? {} : { properties: Object.fromEntries(entries) }),
      ...(required.size === 0 ? {} : { required: [...required] }),
      ...(rest === undefined ? {} : { additionalProperties: rest }),
    };
  }

  /** Values under names the schema does not list. `patternProperties` count, as their names cannot be typed. */
  function additionalShape(
    additional: Schema | undefined,
    schema: SchemaObject,
    pointer: string,
  ): boolean | Shape | undefined {
    const patterns = Object.entries(schema.patternProperties ?? {}).map(([pattern, value]) =>
      shape(value, child(`${pointer}/patternProperties`, pattern)),
    );
    if (patterns.length > 0) {
      const more =
        additional === undefined || additional === false ? [] : [shape(additional, pointer)];
      return { anyOf: [...patterns, ...more] };
    }
    if (additional === undefined || typeof additional === "boolean") return additional;
    return shape(additional, `${pointer}/additionalProperties`);
  }

  function arrayPart(schema: SchemaObject, pointer: string): Shape {
    const listed = schema.prefixItems ?? (isSchemaArray(schema.items) ? schema.items : undefined);
    if (listed !== undefined) {
      return { prefixItems: listed.map((item, n) => shape(item, `${pointer}/prefixItems/${n}`)) };
    }
    if (schema.items === undefined || isSchemaArray(schema.items)) return {};
    return { items: shape(schema.items, `${pointer}/items`) };
  }

  function composition(schema: SchemaObject, pointer: string): Shape {
    const result: { allOf?: Shape[]; anyOf?: Shape[]; oneOf?: Shape[] } = {};
    for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
      const members = schema[keyword]?.filter((option) => !isNull(option));
      if (members === undefined || members.length === 0) continue;
      const shapes = members.map((option, n) => shape(option, `${pointer}/${keyword}/${n}`));
      result[keyword] =
        keyword === "allOf" ? shapes : refineByDiscriminator(context, schema, shapes);
    }
    return result;
  }

  return { shape };
}

const BEARS_ON_TYPE = new Set(
  (
    "type enum const nullable properties required additionalProperties patternProperties items " +
    "prefixItems allOf anyOf oneOf"
  ).split(" "),
);

function wrapSymbol(schema: SchemaObject, symbol: TypeSymbol): Shape {
  const plain: Shape = { type: "object", symbol };
  return schema.nullable === true
    ? { anyOf: [plain], nullable: true, ...notes(schema) }
    : { ...plain, ...notes(schema) };
}

function isSchemaArray(items: SchemaObject["items"]): items is readonly Schema[] {
  return Array.isArray(items);
}

/** Binary content as a string (3.0, "Considerations for File Uploads"), or without a type at all (3.1). */
function isBinary({ type, format, contentMediaType, contentEncoding }: SchemaObject): boolean {
  if (format === "binary") return type === "string";
  return type === undefined && contentMediaType !== undefined && contentEncoding === undefined;
}

function allowsOnlyNull({ const: constant, enum: values }: SchemaObject): boolean {
  return constant === null || (values?.length === 1 && values[0] === null);
}

function isNull(schema: Schema): boolean {
  return typeof schema === "object" && schema.type === "null";
}

/** The types a schema allows, without `null`; empty where it names none. */
function typesOf(schema: SchemaObject): readonly ShapeType[] {
  const { type } = schema;
  if (type === undefined) {
    if (schema.properties ?? schema.additionalProperties) return ["object"];
    return schema.items === undefined && schema.prefixItems === undefined ? [] : ["array"];
  }
  const types = typeof type === "string" ? [type] : type;
  const rest = types.filter((name) => name !== "null");
  return rest.length === 0 ? ["null"] : rest;
}

function nullability(schema: SchemaObject): Shape {
  const nullable =
    schema.nullable === true ||
    (typeof schema.type !== "string" && schema.type?.includes("null") === true) ||
    schema.enum?.includes(null) === true ||
    [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some(isNull);
  return nullable ? { nullable } : {};
}

/** The allowed values, each once and without `null`, which is in `nullable`. */
function enumeration(schema: SchemaObject): Shape {
  const values = schema.enum ?? (member(schema, "const") === undefined ? [] : [schema.const]);
  const allowed = [...new Set(values)].filter((value) => value !== null);
  return allowed.length === 0 ? {} : { enum: allowed };
}

function notes(schema: SchemaObject): Shape {
  return {
    ...(schema.description === undefined ? {} : { description: schema.description }),
    ...(schema.deprecated === true ? { deprecated: true } : {}),
  };
}
