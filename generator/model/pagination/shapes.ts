/** What is at a property of a shape, for every value that it may have. */
import type { NamedSchema, Shape } from "../types/index.js";
import { keyOf } from "../types/references.js";

/** Responses have these. */
export type Schemas = ReadonlyMap<string, Shape>;

export function responseSchemas(schemas: readonly NamedSchema[]): Schemas {
  return new Map(
    schemas.filter(({ variant }) => variant === undefined).map(({ key, shape }) => [key, shape]),
  );
}

/** The shape at a path, undefined where some value cannot have it; null and absence are no values. */
export function shapeAt(
  schemas: Schemas,
  whole: Shape,
  path: readonly string[],
): Shape | undefined {
  return path.reduce<Shape | undefined>(
    (shape, name) => shape && propertyOf(schemas, shape, name),
    whole,
  );
}

function propertyOf(schemas: Schemas, shape: Shape, name: string): Shape | undefined {
  return propertiesOf(schemas, shape).get(name);
}

/** The properties that every value may have, by name. */
export type Properties = ReadonlyMap<string, Shape>;

const NONE: Properties = new Map();

/** @param known - what has been read, nothing while it is: a schema may be reached in 2 ** n ways */
export function propertiesOf(
  schemas: Schemas,
  shape: Shape,
  known: Map<Shape, Properties> = new Map(),
): Properties {
  const before = known.get(shape);
  if (before !== undefined) return before;
  known.set(shape, NONE);
  const inside = (part: Shape): Properties => propertiesOf(schemas, part, known);
  const { properties = {}, allOf = [] } = shape;
  const parts = [referred(schemas, shape) ?? [], allOf].flat().map(inside);
  const own = new Map(Object.entries(properties));
  const found = firstOf([own, ...parts, common(alternativesOf(shape).map(inside))]);
  known.set(shape, found);
  return found;
}

function firstOf(parts: readonly Properties[]): Properties {
  return new Map(parts.toReversed().flatMap((part) => [...part]));
}

/** What each of the options has. */
function common([first = NONE, ...others]: readonly Properties[]): Properties {
  const names = [...first.keys()].filter((name) => others.every((other) => other.has(name)));
  return new Map(
    names.flatMap((name) => {
      const shape = unionOf([first, ...others].map((option) => option.get(name)));
      return shape === undefined ? [] : [[name, shape] as const];
    }),
  );
}

/** The shape of the items where every value is an array; `known` as above. */
export function itemsOf(
  schemas: Schemas,
  shape: Shape,
  known: Map<Shape, Shape | undefined> = new Map(),
): Shape | undefined {
  if (known.has(shape)) return known.get(shape);
  known.set(shape, undefined);
  const types = [shape.type ?? []].flat().filter((type) => type !== "null");
  if (types.length === 1 && types[0] === "array") return shape.items ?? {};
  const target = referred(schemas, shape);
  const options = target === undefined ? alternativesOf(shape) : [target];
  const found = unionOf(options.map((option) => itemsOf(schemas, option, known)));
  known.set(shape, found);
  return found;
}

/** Any of the options; undefined where one of them has nothing. */
function unionOf(options: readonly (Shape | undefined)[]): Shape | undefined {
  const found = new Set(options.filter((one) => one !== undefined));
  const [first, ...others] = found;
  if (first === undefined || options.includes(undefined)) return undefined;
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

/** The primitive types that a value may have; empty where it may be something else. */
export function primitivesOf(schemas: Schemas, shape: Shape | undefined): readonly string[] {
  if (shape === undefined) return [];
  const target = referred(schemas, shape);
  if (target !== undefined && target !== shape) return [target.type ?? []].flat();
  const types = [shape, ...alternativesOf(shape)].flatMap(({ type = [] }) => type);
  return types.filter((type) => type !== "null");
}

/** Whether it is null that may stand there, by what the shape itself says. */
export function allowsNull({ nullable, type = [], anyOf = [], oneOf = [] }: Shape): boolean {
  if (nullable === true || [type].flat().includes("null")) return true;
  return [...anyOf, ...oneOf].some(allowsNull);
}

function referred(schemas: Schemas, shape: Shape): Shape | undefined {
  const key = keyOf(shape);
  return key === undefined ? undefined : schemas.get(key);
}

function alternativesOf({ anyOf = [], oneOf = [] }: Shape): readonly Shape[] {
  return [...anyOf, ...oneOf].filter(({ type }) => type !== "null");
}
