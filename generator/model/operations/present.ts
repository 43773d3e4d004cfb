/**
 * Schemas of values that are always there. Whatever a document says of null, a path without the value of its variable
 * is another path (OpenAPI 3.1, "Path Templating").
 */
import type { OpenApiDocument, Schema, SchemaObject, SchemaType } from "../../openapi/index.js";
import { target } from "../../openapi/reference.js";
import { ignoresSiblings } from "../schemas/facets.js";
import { isNull } from "../schemas/schema-types.js";

const TEXT: SchemaObject = { type: "string" };

/** The schema without null; itself where it does not allow any. Text, where it allows nothing else. */
export function presentSchema(document: OpenApiDocument, whole: Schema): Schema {
  return without(whole, new Set()) ?? TEXT;

  /** Undefined where null is all there is. */
  function without(schema: Schema, followed: ReadonlySet<string>): Schema | undefined {
    if (typeof schema !== "object") return schema;
    if (schema.$ref !== undefined) return withoutReference(schema, schema.$ref, followed);
    if (schema.const === null) return undefined;
    const type = withoutNull(schema.type);
    const values = schema.enum?.filter((value) => value !== null);
    const isEmptied = (values?.length === 0 && schema.enum?.length !== 0) || type?.length === 0;
    const compositions = (["anyOf", "oneOf", "allOf"] as const).map(
      (keyword) => [keyword, changed(schema[keyword], followed, keyword === "allOf")] as const,
    );
    if (isEmptied || compositions.some(([, options]) => options?.length === 0)) return undefined;
    const changes = {
      ...(schema.nullable === true ? { nullable: false } : {}),
      ...(type === undefined ? {} : { type }),
      ...(values === undefined || values.length === schema.enum?.length ? {} : { enum: values }),
      ...Object.fromEntries(compositions.filter(([, options]) => options !== undefined)),
    };
    return Object.keys(changes).length === 0 ? schema : { ...schema, ...changes };
  }

  /** A schema that allows no null keeps its name. */
  function withoutReference(
    schema: SchemaObject,
    ref: string,
    followed: ReadonlySet<string>,
  ): Schema | undefined {
    const { $ref: _, ...siblings } = schema;
    // `load` has proven that it resolves to a schema.
    const referred = target(document, ref) as Schema;
    if (followed.has(ref)) return schema;
    const present = without(referred, new Set([...followed, ref]));
    if (Object.keys(siblings).length === 0 || ignoresSiblings(document)) {
      return present === referred ? schema : present;
    }
    const named = present === referred ? { $ref: ref } : present;
    if (named === undefined) return undefined;
    const rest = without(siblings, followed);
    if (present === referred && rest === siblings) return schema;
    if (rest === undefined) return undefined;
    return typeof rest === "object"
      ? { ...rest, allOf: [named, ...(rest.allOf ?? [])] }
      : { allOf: [named] };
  }

  /** The parts of a composition, undefined where they stay as they are; none where nothing is left. */
  function changed(
    parts: readonly Schema[] | undefined,
    followed: ReadonlySet<string>,
    isAllOf: boolean,
  ): readonly Schema[] | undefined {
    if (parts === undefined || parts.length === 0) return undefined;
    const kept = parts.map((part) => (isNull(part) ? undefined : without(part, followed)));
    if (kept.every((part, n) => part === parts[n])) return undefined;
    const left = kept.filter((part) => part !== undefined);
    return isAllOf && left.length < parts.length ? [] : left;
  }
}

/** Undefined where the types stay as they are; none where null is the only one. */
function withoutNull(type: SchemaObject["type"]): readonly SchemaType[] | undefined {
  const types = typeof type === "string" ? [type] : (type ?? []);
  if (!types.includes("null")) return undefined;
  return types.filter((one) => one !== "null");
}
