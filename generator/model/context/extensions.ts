/**
 * What a document says beyond OpenAPI, recognised in one place:
 * `x-expandableFields` and `x-expansionResources` (a value is an id unless expanded),
 * containers of one item type, and our own `x-unfold-properties`.
 */
import type { Dialect, ListRule } from "../../config/index.js";
import type { Schema, SchemaObject } from "../../openapi/index.js";
import { child, escapeToken, member, unescapeToken } from "../../openapi/pointer.js";
import { fail, type ModelContext } from "./index.js";

const COMPONENT = "#/components/schemas/";

/** `#/components/schemas/checkout.session` → `checkout.session`; undefined for any other reference. */
export function componentKey(ref: string): string | undefined {
  const token = ref.startsWith(COMPONENT) ? ref.slice(COMPONENT.length) : "/";
  return token.includes("/") ? undefined : unescapeToken(token);
}

/** `checkout.session` → `#/components/schemas/checkout.session`. */
export function schemaRef(key: string): string {
  return COMPONENT + escapeToken(key);
}

/** The schemas that an expandable value may become; undefined where the value is not expandable. */
export function expansionTargets(schema: Schema): readonly string[] | undefined {
  if (typeof schema !== "object") return undefined;
  const resources = schema["x-expansionResources"];
  const alternatives = member(resources, "oneOf") ?? member(resources, "anyOf");
  if (!Array.isArray(alternatives)) return undefined;
  const keys = alternatives.flatMap((alternative) => componentKey(refOf(alternative)) ?? []);
  return keys.length > 0 ? keys : undefined;
}

function refOf(node: unknown): string {
  const ref = member(node, "$ref");
  return typeof ref === "string" ? ref : "";
}

/** The schema without what expansion may put in its place: the id. */
export function unexpanded(schema: SchemaObject): SchemaObject {
  const rest = schema.anyOf?.filter((option) => typeof option !== "object" || !option.$ref) ?? [];
  const [id] = rest;
  if (rest.length !== 1 || typeof id !== "object") return { ...schema, anyOf: rest };
  return { ...id, ...schemaNotes(schema) };
}

function schemaNotes(schema: SchemaObject): SchemaObject {
  return {
    ...(schema.nullable === undefined ? {} : { nullable: schema.nullable }),
    ...(schema.description === undefined ? {} : { description: schema.description }),
    ...(schema.deprecated === undefined ? {} : { deprecated: schema.deprecated }),
  };
}

export interface ListMatch {
  readonly rule: ListRule;
  readonly item: Schema;
}

/** Recognises a container of one item type: its `object` property names it and it has no property beside the known. */
export function matchList(schema: Schema, dialect: Dialect | undefined): ListMatch | undefined {
  if (typeof schema !== "object" || schema.properties === undefined) return undefined;
  const { properties } = schema;
  const data = member(properties, "data") as Schema | undefined;
  const mark = member(properties, "object") as Schema | undefined;
  if (typeof data !== "object" || typeof mark !== "object" || data.type !== "array") {
    return undefined;
  }
  const rule = dialect?.lists?.find(
    ({ object, properties: known }) =>
      mark.enum?.[0] === object && Object.keys(properties).every((name) => known.includes(name)),
  );
  const item = data.items;
  if (rule === undefined || item === undefined || isItemArray(item)) return undefined;
  return { rule, item };
}

function isItemArray(items: Schema | readonly Schema[]): items is readonly Schema[] {
  return Array.isArray(items);
}

/** What `x-unfold-properties` says of one property. */
export interface PropertyNote {
  readonly presence?: "optional" | "required";
  readonly includable?: boolean;
}

/** The notes of `x-unfold-properties`, by property; an entry that says nothing we know is an error. */
export function propertyNotes(
  context: ModelContext,
  schema: SchemaObject,
  pointer: string,
): ReadonlyMap<string, PropertyNote> {
  const notes = schema["x-unfold-properties"];
  const result = new Map<string, PropertyNote>();
  if (typeof notes !== "object" || notes === null) return result;
  for (const [name, note] of Object.entries(notes)) {
    const presence = member(note, "presence");
    const includable = member(note, "includable");
    const valid =
      member(schema.properties, name) !== undefined &&
      (presence === undefined || presence === "optional" || presence === "required") &&
      (includable === undefined || typeof includable === "boolean") &&
      Object.keys(note).every((key) => key === "presence" || key === "includable");
    if (!valid) {
      fail(context, {
        code: "bad-property-note",
        message: `x-unfold-properties has a bad entry for ${JSON.stringify(name)}`,
        pointer: child(`${pointer}/x-unfold-properties`, name),
        hint: `Name a property of this schema and say { presence: "optional" | "required", includable: true | false }.`,
      });
    }
    result.set(name, {
      ...(presence === undefined ? {} : { presence }),
      ...(includable === undefined ? {} : { includable }),
    });
  }
  return result;
}

/**
 * Whether a property is present only when it is asked for.
 * Where no note decides, a list that is not required is.
 */
export function isIncludable(
  schema: SchemaObject,
  name: string,
  note: PropertyNote | undefined,
  dialect: Dialect | undefined,
): boolean {
  if (note?.includable !== undefined) return note.includable;
  const property = member(schema.properties, name) as Schema;
  return !schema.required?.includes(name) && matchList(property, dialect) !== undefined;
}
