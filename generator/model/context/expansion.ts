/** What a document says of values that are ids unless expanded, and of properties that are absent unless asked for. */
import type { Schema, SchemaObject } from "../../openapi/index.js";
import { child, member } from "../../openapi/pointer.js";
import { requires } from "../../openapi/required.js";
import { fail, type ModelContext } from "./index.js";
import { type PropertyNote } from "./extensions.js";
import { componentKey } from "../types/references.js";
import { matchList } from "./lists.js";

/** The schemas that an expandable value may become; undefined where the value is not expandable. */
export function expansionTargets(
  context: ModelContext,
  schema: Schema,
  pointer: string,
): readonly string[] | undefined {
  const extension = context.dialect?.expansion?.targets;
  if (extension === undefined || typeof schema !== "object") return undefined;
  const value = member(schema, extension);
  if (value === undefined) return undefined;
  const alternatives = member(value, "oneOf") ?? member(value, "anyOf") ?? value;
  const keys = [alternatives].flat().flatMap(keyOf);
  if (keys.length === 0) return undefined;
  const unknown = keys.find((key) => !isComponent(context, key));
  if (unknown === undefined) return keys;
  fail(context, {
    code: "unknown-expansion-target",
    message: `${extension} names ${JSON.stringify(unknown)}, and the document has no schema of this name`,
    pointer: child(pointer, extension),
    hint: "Refer to a schema under components/schemas, or give its name.",
  });
}

/** Of a reference to a schema, or of its name. */
function keyOf(alternative: unknown): readonly string[] {
  if (typeof alternative === "string") return [componentKey(alternative) ?? alternative];
  const ref = member(alternative, "$ref");
  return typeof ref === "string" ? [componentKey(ref) ?? ref] : [];
}

function isComponent({ document }: ModelContext, key: string): boolean {
  return member(document.components?.schemas, key) !== undefined;
}

/** The schema without what expansion may put in its place: the id. */
export function unexpanded({ dialect }: ModelContext, schema: SchemaObject): SchemaObject {
  const extension = dialect?.expansion?.targets;
  const plain: SchemaObject = Object.fromEntries(
    Object.entries(schema).filter(([name]) => name !== extension),
  );
  const keyword = schema.anyOf === undefined ? "oneOf" : "anyOf";
  const options = schema[keyword];
  if (options === undefined) return plain;
  const ids = options.filter((option) => typeof option !== "object" || option.$ref === undefined);
  const [id] = ids;
  if (ids.length !== 1 || typeof id !== "object") return { ...plain, [keyword]: ids };
  return { ...id, ...schemaNotes(schema) };
}

function schemaNotes(schema: SchemaObject): SchemaObject {
  return {
    ...(schema.nullable === undefined ? {} : { nullable: schema.nullable }),
    ...(schema.description === undefined ? {} : { description: schema.description }),
    ...(schema.deprecated === undefined ? {} : { deprecated: schema.deprecated }),
  };
}

/** Whether expand paths may end at a property or go through it, as far as its schema says so. */
export function expandableFields(
  { dialect }: ModelContext,
  schema: SchemaObject,
): (name: string) => boolean {
  const rule = dialect?.expansion;
  if (rule === undefined) return () => false;
  if (rule.fields === undefined) return () => true;
  const listed = member(schema, rule.fields);
  const names = new Set<unknown>(Array.isArray(listed) ? listed : []);
  return (name) => names.has(name);
}

/**
 * Whether a property is present only when it is asked for. `pointer` is where the schema stands.
 * Where no note decides, the dialect may say that a list that is not required is.
 */
export function isIncludable(
  context: ModelContext,
  schema: SchemaObject,
  name: string,
  note: PropertyNote | undefined,
  pointer: string,
): boolean {
  if (note?.includable !== undefined) return note.includable;
  if (context.listed?.ends.get(pointer)?.has(name) === true) return true;
  if (context.dialect?.expansion?.optionalLists !== true) return false;
  const property = member(schema.properties, name) as Schema;
  return !requires(schema, name) && matchList(context, property, "") !== undefined;
}
