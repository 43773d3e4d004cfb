/** Schema objects → how their examples are made. References stay references, so that each schema is here once. */
import type { Schema, SchemaObject } from "../openapi/index.js";
import { at, child, parsePointer } from "../openapi/pointer.js";
import type { ModelContext } from "../model/context/index.js";
import { inheritedLiterals, memberLiterals } from "../model/shapes/discriminator.js";
import {
  componentKey,
  expansionTargets,
  isIncludable,
  matchList,
  propertyNotes,
} from "../model/context/extensions.js";
import { ignoresSiblings } from "../model/shapes/facets.js";
import { type ScalarPlace, type ScalarRules, sampleScalar } from "./scalar.js";
import type { Template } from "./types.js";
import { variantsOf } from "./variants.js";

/** Where a schema stands. */
export interface SchemaPlace extends ScalarPlace {
  readonly pointer: string;
}

export interface Templates {
  template(schema: Schema | undefined, place: SchemaPlace): Template;
  /** Of every schema that has been referred to, by its key. */
  finish(): ReadonlyMap<string, Template>;
}

export function createTemplates(context: ModelContext, rules: ScalarRules): Templates {
  const { dialect, document } = context;
  const bare = ignoresSiblings(document);
  const literals = inheritedLiterals(context);
  /** Key of a schema that has been referred to → its pointer. */
  const wanted = new Map<string, string>();

  function template(schema: Schema | undefined, place: SchemaPlace): Template {
    if (typeof schema !== "object") return null;
    const targets = expansionTargets(schema);
    if (targets !== undefined) {
      for (const key of targets) want(key, child("/components/schemas", key));
      return ["id", ...targets];
    }
    const value = plain(schema, place);
    return isNullable(schema) && mayBeEndless(value) ? ["null", value] : value;
  }

  function want(key: string, pointer: string): void {
    if (!wanted.has(key)) wanted.set(key, pointer);
  }

  function plain(schema: SchemaObject, place: SchemaPlace): Template {
    const parts: Template[] = [];
    if (schema.$ref !== undefined) {
      parts.push(reference(schema.$ref));
      if (bare) return parts[0] ?? null;
    }
    const { allOf = [], anyOf, oneOf } = schema;
    parts.push(...allOf.map((part) => template(part, place)));
    const options = oneOf ?? anyOf;
    if (options !== undefined) parts.push(union(schema, options, place));
    if (schema.properties !== undefined) parts.push(objectTemplate(schema, place));
    const [only = own(schema, place), ...more] = parts.filter((part) => part !== null);
    return more.length === 0 ? only : ["and", only, ...more];
  }

  function reference(ref: string): Template {
    const key = componentKey(ref) ?? ref.slice(1);
    want(key, ref.slice(1));
    return ["ref", key];
  }

  function union(schema: SchemaObject, options: readonly Schema[], place: SchemaPlace): Template {
    const members = options.filter((option) => typeof option === "object" && !isNullOnly(option));
    const templates = members.map((option): Template => {
      const value = template(option, place);
      const ref = typeof option === "object" ? option.$ref : undefined;
      const { discriminator } = schema;
      if (discriminator === undefined || ref === undefined) return value;
      const [first] = memberLiterals(context, discriminator, ref) ?? [];
      const literal = Object.fromEntries([[discriminator.propertyName, literalTemplate(first)]]);
      return first === undefined ? value : ["and", value, literal];
    });
    const [only = null, ...more] = templates;
    return more.length === 0 ? only : ["or", only, ...more];
  }

  /** What has neither properties nor parts. */
  function own(schema: SchemaObject, place: SchemaPlace): Template {
    const type = [schema.type].flat().find((name) => name !== "null");
    const isArray = schema.items !== undefined || schema.prefixItems !== undefined;
    if (type === "array" || (type === undefined && isArray)) return arrayTemplate(schema, place);
    if (type === "object" || schema.additionalProperties !== undefined) return {};
    return sampleScalar(schema, place, rules);
  }

  function arrayTemplate(schema: SchemaObject, place: SchemaPlace): Template {
    const { items, minItems = 1, maxItems = 1 } = schema;
    const listed = schema.prefixItems ?? (isSchemaArray(items) ? items : undefined);
    if (listed !== undefined) return ["tuple", ...listed.map((item) => template(item, place))];
    if (items === undefined || items === false || isSchemaArray(items) || maxItems === 0) {
      return ["array"];
    }
    const item = template(items, { ...place, pointer: `${place.pointer}/items` });
    return minItems > 1 ? ["array", item, minItems] : ["array", item];
  }

  function objectTemplate(schema: SchemaObject, place: SchemaPlace): Template {
    const notes = propertyNotes(context, schema, place.pointer);
    const variants = variantsOf(schema);
    const isPage = matchList(schema, dialect) !== undefined;
    const entries: [string, Template][] = [];
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (typeof property !== "object" || property.writeOnly === true) continue;
      const pointer = child(`${place.pointer}/properties`, name);
      const value = template(property, { name: isPage ? "" : name, key: place.key, pointer });
      const note = notes.get(name);
      const isPresent = note?.presence === "required" || schema.required?.includes(name) === true;
      const isOptional = !isPresent && mayBeEndless(value);
      if (isIncludable(schema, name, note, dialect)) entries.push([name, ["ask", value]]);
      else if (variants?.names.has(name) === true && !isPresent) {
        entries.push([name, ["when", variants.property, value]]);
      } else if (variants?.property === name && variants.value !== undefined) {
        entries.push([name, variants.value]);
      } else if (isPage && isScalar(value)) {
        // What a page says besides is for the way to the next one, which there is not.
        if (isNullable(property)) entries.push([name, null]);
        else if (isPresent) entries.push([name, value]);
      } else entries.push([name, isOptional && !isTagged(value, "null") ? ["?", value] : value]);
    }
    return Object.fromEntries(entries);
  }

  function finish(): ReadonlyMap<string, Template> {
    const done = new Map<string, Template>();
    // The map grows while templates are made.
    for (const [key, pointer] of wanted) {
      const schema = at(document, parsePointer(pointer) ?? []) as Schema;
      const own = template(schema, { name: "", key, pointer });
      const told = (literals.get(key) ?? []).map(({ properties = {} }): Template => {
        const entries = Object.entries(properties).map(([name, { enum: values = [] }]) => [
          name,
          literalTemplate(values[0]),
        ]);
        return Object.fromEntries(entries) as Template;
      });
      done.set(key, told.length === 0 ? own : ["and", own, ...told]);
    }
    return done;
  }

  return { template, finish };
}

function literalTemplate(value: unknown): Template {
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

function isScalar(value: Template): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}

/** Whether it leads to another schema, which may lead back. An array may be empty. */
function mayBeEndless(value: Template): boolean {
  if (isScalar(value) || isTagged(value, "id") || isTagged(value, "array")) return false;
  return isList(value) || Object.values(value).some(mayBeEndless);
}

function isTagged(value: Template, tag: string): boolean {
  return isList(value) && value[0] === tag;
}

function isList(value: Template): value is Extract<Template, readonly unknown[]> {
  return Array.isArray(value);
}

function isSchemaArray(items: SchemaObject["items"]): items is readonly Schema[] {
  return Array.isArray(items);
}

function isNullOnly(schema: Schema): boolean {
  return typeof schema === "object" && schema.type === "null";
}

function isNullable(schema: SchemaObject): boolean {
  const { nullable, type, anyOf = [], oneOf = [] } = schema;
  const listed = typeof type === "string" ? [type] : (type ?? []);
  return nullable === true || listed.includes("null") || [...anyOf, ...oneOf].some(isNullOnly);
}
