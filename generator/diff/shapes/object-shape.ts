/** The properties of an object's type, however it is put together. */
import type { Shape } from "../../model/types/index.js";
import { keyOf } from "../../model/types/references.js";
import type { Schemas } from "./view.js";

export interface ObjectShape {
  readonly properties: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
  /** What stands under names that are not listed, where any may. */
  readonly rest: Shape | undefined;
}

/** Undefined where the shape is not one object. `allOf` is one where each of its parts is. */
export function objectOf(shape: Shape, schemas: Schemas, depth = 0): ObjectShape | undefined {
  const { allOf, symbol, properties, required = [], additionalProperties } = shape;
  const key = keyOf(shape);
  if (depth > DEEPEST || symbol !== undefined || shape.nullable === true) return undefined;
  if (key !== undefined) {
    const named = schemas.get(key)?.shape;
    return named && objectOf(named, schemas, depth + 1);
  }
  if (allOf !== undefined) {
    const parts = allOf.map((part) => objectOf(part, schemas, depth + 1));
    const own = properties === undefined ? [] : [{ properties, required, rest: undefined }];
    return merge([...parts, ...own]);
  }
  if (properties === undefined && typeof additionalProperties !== "object" && !isOpen(shape)) {
    return undefined;
  }
  return { properties: properties ?? {}, required, rest: restOf(shape) };
}

/** Against parts that are each other's parts. */
const DEEPEST = 32;

/** `type: object` and nothing else holds anything. */
function isOpen({ type, additionalProperties }: Shape): boolean {
  return type === "object" && additionalProperties !== false;
}

function restOf(shape: Shape): Shape | undefined {
  const { additionalProperties: rest, properties } = shape;
  if (typeof rest === "object") return rest;
  return rest === true || properties === undefined ? {} : undefined;
}

function merge(parts: readonly (ObjectShape | undefined)[]): ObjectShape | undefined {
  const properties = new Map<string, Shape>();
  const required: string[] = [];
  let rest: Shape | undefined;
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const [name, shape] of Object.entries(part.properties)) {
      const other = properties.get(name);
      properties.set(name, other === undefined ? shape : { allOf: [other, shape] });
    }
    required.push(...part.required);
    rest ??= part.rest;
  }
  return { properties: Object.fromEntries(properties), required, rest };
}
