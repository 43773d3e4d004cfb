/** Names for the types of properties: `SessionCreateParams.LineItem`, `Session.PaymentStatus`. */
import { componentKey } from "../types/references.js";
import { pascalCase } from "./identifiers.js";
import { singular } from "./singular.js";
import type { ExpandGraph, NamedSchema, Shape, TypeName, TypePart } from "../types/index.js";

/** A name with what it is of, by which names that mean the same are found. */
export interface MemberName extends TypeName {
  readonly members: readonly MemberName[];
  /** The property's. */
  readonly shape?: Shape;
  /** Where in the document it is, as what can be expanded depends on that; empty in params. */
  readonly place?: string;
}

export interface MemberTools {
  readonly schemas: ReadonlyMap<string, NamedSchema>;
  readonly expand: ExpandGraph;
  /** Whether a schema has a name of its own, and so needs none as a member. */
  readonly isNamed: (key: string) => boolean;
}

/** What of a property's type has a name: an object or a set of values, or that of each item. */
interface Part {
  readonly part: TypePart;
  readonly shape: Shape;
  /** The schema it is of, where it has no place of its own. */
  readonly key?: string;
}

/**
 * The members of an object type; `place` is the key of the schema where it is one, with `#` before what leads into it.
 * A property whose name gives one that is taken goes without, and so does one that
 * would be called like the type around it.
 */
export function memberNames(
  tools: MemberTools,
  shape: Shape,
  place = "",
  around: readonly Shape[] = [],
  owner = "",
): readonly MemberName[] {
  const names = new Map<string, MemberName>();
  const includable = tools.expand.get(place)?.includable;
  const properties = [...Object.entries(shape.properties ?? {}), ...(includable ?? [])];
  for (const [property, inner] of properties) {
    const found = partOf(tools, inner);
    if (found === undefined || around.includes(found.shape)) continue;
    const name = pascalCase(found.part === "item" ? singular(property) : property);
    if (names.has(name) || name === owner || name.startsWith("_")) continue;
    const within = found.key ?? (place === "" ? "" : `${place}#${property}`);
    const members = memberNames(tools, found.shape, within, [...around, shape], name);
    const target = { kind: "member", property, part: found.part } as const;
    names.set(name, { name, target, members, shape: inner, place: within });
  }
  return [...names.values()];
}

function partOf(tools: MemberTools, shape: Shape): Part | undefined {
  if (shape.symbol !== undefined) return undefined;
  if (shape.$ref !== undefined) return partOfSchema(tools, shape.$ref);
  if (shape.items !== undefined) {
    const item = partOf(tools, shape.items);
    return item && { ...item, part: "item" };
  }
  const options = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].filter(isTelling);
  if (options.length > 0) {
    const parts = options.map((option) => partOf(tools, option));
    if (options.length === 1) return parts[0];
    // Several objects have a name together, and none of their own.
    return parts.every((found) => found?.part === "object")
      ? { part: "object", shape: {} }
      : undefined;
  }
  if (typeof shape.additionalProperties === "object") {
    const entry = partOf(tools, shape.additionalProperties);
    return entry?.part === "object" ? { ...entry, part: "entry" } : undefined;
  }
  if (shape.type === "object" || shape.properties !== undefined) return { part: "object", shape };
  return (shape.enum?.length ?? 0) > 1 ? { part: "value", shape } : undefined;
}

function partOfSchema(tools: MemberTools, ref: string): Part | undefined {
  const key = componentKey(ref);
  const schema = key === undefined ? undefined : tools.schemas.get(key);
  if (key === undefined || schema === undefined || tools.isNamed(key)) return undefined;
  const part = partOf(tools, schema.shape);
  return part && { key, ...part };
}

/** Not a plain value, such as an id or a date beside an object, and not the empty text that unsets. */
function isTelling(shape: Shape): boolean {
  if (shape.symbol !== undefined) return false;
  if (shape.enum !== undefined) return shape.enum.some((value) => value !== "");
  const options = [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])];
  if (options.length > 0) return options.some(isTelling);
  return shape.type === "object" || shape.type === "array" || shape.type === undefined;
}
