/** Shapes as trees of properties, each with an anchor. A named schema has a page of its own: it is linked, not unfolded. */
import { shortHash } from "../../support/hash.js";
import { schemasByKey } from "../../model/types/by-key.js";
import type { Model, Shape } from "../../model/types/index.js";
import { keyOf } from "../../model/types/references.js";
import { factsOf } from "./facts.js";
import type { SchemaLinks } from "../places/index.js";
import { plainText, typeText } from "./type-text.js";
import type { Alternative, Members, Property, TypeText } from "./types.js";

export interface PropertyTools {
  readonly model: Model;
  readonly links: SchemaLinks;
}

const NONE: Members = { properties: [], alternatives: [] };

/** Deeper than documents go that people write. */
const DEEPEST = 24;

/** The members of an object at the root of a page or a section: a reference there is followed. */
export function rootMembers(tools: PropertyTools, shape: Shape, anchor: string): Members {
  return membersOf(tools, resolved(tools.model, shape), anchor, 0);
}

/** What a reference stands for, as far as there is one. */
export function resolved({ schemas }: Model, shape: Shape): Shape {
  let found = shape;
  for (const seen = new Set<string>(); ;) {
    const key = keyOf(found);
    const target = key === undefined ? undefined : schemasByKey(schemas).get(key)?.shape;
    if (key === undefined || target === undefined || seen.has(key)) return found;
    seen.add(key);
    found = target;
  }
}

export function propertiesOf(
  tools: PropertyTools,
  { properties = {}, required = [] }: Shape,
  anchor: string,
  depth = 0,
): Property[] {
  const isRequired = new Set(required);
  return Object.entries(properties).map(([name, shape]) =>
    property(tools, name, shape, { anchor, depth, required: isRequired.has(name) }),
  );
}

interface Place {
  readonly anchor: string;
  readonly depth: number;
  readonly required: boolean;
}

export function property(
  tools: PropertyTools,
  name: string,
  shape: Shape,
  { anchor: above, depth, required }: Place,
): Property {
  const anchor = `${above}.${anchorToken(name)}`;
  const { values, facts } = factsOf(shape);
  return {
    name,
    anchor,
    type: typeText(tools.links, shape),
    required,
    deprecated: shape.deprecated === true,
    ...described(shape),
    values,
    facts,
    children: depth > DEEPEST ? NONE : membersOf(tools, shape, anchor, depth + 1),
  };
}

export function described({ description }: Shape): { description?: string } {
  return description === undefined || description.trim() === "" ? {} : { description };
}

function membersOf(tools: PropertyTools, shape: Shape, anchor: string, depth: number): Members {
  const objects = objectsIn(shape, tools.model, depth === 0);
  const [only, ...more] = objects;
  if (only === undefined) return NONE;
  if (more.length === 0) {
    return { properties: propertiesOf(tools, only, anchor, depth), alternatives: [] };
  }
  const alternatives = objects.map((object, n): Alternative => ({
    label: labelOf(tools.links, object, n),
    properties: propertiesOf(tools, object, `${anchor}.${n + 1}`, depth),
  }));
  return { properties: [], alternatives };
}

/** The objects with listed properties that a value may be, or be made of, all the way to references. */
function objectsIn(shape: Shape, model: Model, isRoot: boolean): Shape[] {
  const { allOf, anyOf, oneOf, items, additionalProperties, properties } = shape;
  if (shape.symbol !== undefined) return [];
  if (allOf !== undefined) return merged(allOf, model, isRoot);
  const options = anyOf ?? oneOf;
  if (options !== undefined) return options.flatMap((option) => objectsIn(option, model, false));
  if (items !== undefined) return objectsIn(items, model, false);
  if (properties !== undefined) return Object.keys(properties).length === 0 ? [] : [shape];
  return typeof additionalProperties === "object"
    ? objectsIn(additionalProperties, model, false)
    : [];
}

/** All parts of an `allOf` hold at once: their properties are those of one object. */
function merged(parts: readonly Shape[], model: Model, isRoot: boolean): Shape[] {
  const all = parts.map((part) => objectsIn(isRoot ? resolved(model, part) : part, model, isRoot));
  const single = all.flatMap((objects) => (objects.length === 1 ? objects : []));
  const several = all.flatMap((objects) => (objects.length > 1 ? objects : []));
  const whole: Shape = {
    type: "object",
    properties: Object.assign({}, ...single.map(({ properties }) => properties)) as NonNullable<
      Shape["properties"]
    >,
    required: single.flatMap(({ required = [] }) => required),
  };
  return [...(single.length === 0 ? [] : [whole]), ...several];
}

/** What tells one of several objects: the one value of a property, else its place among them. */
function labelOf(links: SchemaLinks, { properties = {} }: Shape, n: number): TypeText {
  for (const [name, shape] of Object.entries(properties)) {
    if (shape.enum?.length === 1) return [`${name}: ${plainText(typeText(links, shape))}`];
  }
  return [`Alternative ${n + 1}`];
}

/** A name as part of an anchor, which stands in attributes and in URLs. */
export function anchorToken(name: string): string {
  if (/^[\w-]+$/.test(name)) return name;
  return `${name.replaceAll(/[^\w-]+/g, "-").slice(0, 40)}-${shortHash(name)}`;
}
