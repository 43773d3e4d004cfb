/** The schemas of properties by which a program tells the members of a union apart. */
import type { OpenApiDocument, Schema, SchemaObject } from "../../openapi/index.js";
import { schemaRef } from "../types/references.js";
import { type Facet, facets, findProperty } from "./facets.js";
import { listedValues } from "./literal.js";

type Facets = readonly Facet[];

/**
 * The property that a discriminator names, in the schema, the members and the subtypes; without a discriminator, the
 * properties that every member has with values of its own. With all that their references resolve to.
 */
export function discriminators(document: OpenApiDocument): ReadonlySet<Schema> {
  const found = new Set<Schema>();
  const add = (all: Facets, name: string): void => {
    for (const facet of all) {
      const property = findProperty([facet], name)?.schema;
      if (property === undefined) continue;
      for (const { schema } of facets(document, property, "")) found.add(schema);
    }
  };
  const named = new Map<SchemaObject, string>();
  for (const schema of schemasIn(document)) {
    const name = schema.discriminator?.propertyName;
    if (name !== undefined) named.set(schema, name);
    for (const options of [schema.anyOf ?? [], schema.oneOf ?? []]) {
      const members = options.map((option) => facets(document, option, ""));
      const names = name === undefined ? tellingNames(document, members) : [name];
      for (const each of names) for (const all of members) add(all, each);
    }
  }
  if (named.size === 0) return found;
  for (const key of Object.keys(document.components?.schemas ?? {})) {
    const all = facets(document, { $ref: schemaRef(key) }, "");
    for (const { schema } of all) {
      const name = named.get(schema);
      if (name !== undefined) add(all, name);
    }
  }
  return found;
}

/**
 * Names of properties that all members of a union have, each with values that no other has. Where some are constants,
 * such as `object: "customer"`, programs go by those, and others are told apart by chance: `status`.
 */
function tellingNames(document: OpenApiDocument, members: readonly Facets[]): readonly string[] {
  const objects = members.filter((all) => !all.some(({ schema }) => schema.type === "null"));
  const [first = [], ...others] = objects;
  if (others.length === 0) return [];
  const names = new Set(first.flatMap(({ schema }) => Object.keys(schema.properties ?? {})));
  const telling = [...names].flatMap((name) => {
    const lists = objects.map((all) => valuesAt(document, all, name));
    const values = lists.flat();
    const isTelling =
      lists.every((list) => list.length > 0) && new Set(values).size === values.length;
    return isTelling ? [{ name, isConstant: values.length === lists.length }] : [];
  });
  const constants = telling.filter(({ isConstant }) => isConstant);
  return (constants.length > 0 ? constants : telling).map(({ name }) => name);
}

function valuesAt(document: OpenApiDocument, all: Facets, name: string): readonly unknown[] {
  const property = findProperty(all, name)?.schema;
  if (property === undefined) return [];
  const lists = facets(document, property, "").map(({ schema }) => listedValues(schema));
  return [...new Set(lists.find((values) => values !== undefined))];
}

/** Whatever may be a schema with a union or a discriminator. */
function schemasIn(document: OpenApiDocument): readonly SchemaObject[] {
  const found: SchemaObject[] = [];
  const seen = new Set<object>();
  const visit = (node: unknown, isMap: boolean): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    const schema = node as SchemaObject;
    if (!isMap && (schema.anyOf ?? schema.oneOf ?? schema.discriminator)) found.push(schema);
    for (const [key, inner] of Object.entries(node)) {
      if (!isMap && (PLAIN.has(key) || key.startsWith("x-"))) continue;
      visit(inner, !isMap && MAPS.has(key));
    }
  };
  visit(document, false);
  return found;
}

/** Keywords under which the document holds plain data. */
const PLAIN = new Set("const default enum example examples links".split(" "));

/** Keywords under which names are anyone's. */
const MAPS = new Set(
  (
    "schemas properties patternProperties dependentSchemas $defs paths webhooks content " +
    "responses requestBodies headers callbacks pathItems encoding"
  ).split(" "),
);
