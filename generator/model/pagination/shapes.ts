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

function propertyOf(
  schemas: Schemas,
  shape: Shape,
  name: string,
  seen: readonly Shape[] = [],
): Shape | undefined {
  if (seen.includes(shape)) return undefined;
  const inside = (part: Shape): Shape | undefined =>
    propertyOf(schemas, part, name, [...seen, shape]);
  const { properties = {}, allOf = [] } = shape;
  if (Object.hasOwn(properties, name)) return properties[name];
  for (const part of [referred(schemas, shape), ...allOf]) {
    const found = part && inside(part);
    if (found !== undefined) return found;
  }
  const options = alternativesOf(shape);
  const found = options.map(inside);
  const [first, ...others] = found.filter((one) => one !== undefined);
  if (first === undefined || others.length + 1 < options.length) return undefined;
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

/** The shape of the items where every value is an array. */
export function itemsOf(
  schemas: Schemas,
  shape: Shape,
  seen: readonly Shape[] = [],
): Shape | undefined {
  if (seen.includes(shape)) return undefined;
  const types = [shape.type ?? []].flat().filter((type) => type !== "null");
  if (types.length === 1 && types[0] === "array") return shape.items ?? {};
  const target = referred(schemas, shape);
  const options = target === undefined ? alternativesOf(shape) : [target];
  const found = options.map((option) => itemsOf(schemas, option, [...seen, shape]));
  const [first, ...others] = found.filter((one) => one !== undefined);
  if (first === undefined || others.length + 1 < options.length) return undefined;
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

/** The names of all properties, each once. */
export function namesOf(
  schemas: Schemas,
  shape: Shape,
  seen: readonly Shape[] = [],
): readonly string[] {
  if (seen.includes(shape)) return [];
  const parts = [referred(schemas, shape) ?? [], shape.allOf ?? [], alternativesOf(shape)].flat();
  const inside = parts.flatMap((part) => namesOf(schemas, part, [...seen, shape]));
  return [...new Set([...Object.keys(shape.properties ?? {}), ...inside])];
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
