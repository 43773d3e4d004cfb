import type { Kind } from "./kinds.js";

export type ScalarType = "string" | "number" | "boolean";

export type Shape =
  | { readonly is: "any" }
  | Scalar
  | { readonly is: "node"; readonly kind: Kind }
  /** With `extensible`, keys that begin with `x-` are no entries. */
  | { readonly is: "map"; readonly of: Shape; readonly extensible: boolean }
  | { readonly is: "list"; readonly of: Shape }
  /** A value, or a list of such values. */
  | { readonly is: "oneOrList"; readonly of: Shape }
  | { readonly is: "numberOrBoolean" };

export interface Scalar {
  readonly is: "scalar";
  readonly type: ScalarType;
  readonly values?: readonly string[];
  /** The object means nothing without it. */
  readonly required?: boolean;
}

export interface Fields {
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly required: readonly string[];
}

export const any: Shape = { is: "any" };
export const string: Scalar = { is: "scalar", type: "string" };
export const number: Scalar = { is: "scalar", type: "number" };
export const boolean: Scalar = { is: "scalar", type: "boolean" };
export const numberOrBoolean: Shape = { is: "numberOrBoolean" };

export function one(...values: string[]): Scalar {
  return { is: "scalar", type: "string", values };
}

export function node(kind: Kind): Shape {
  return { is: "node", kind };
}

export function map(of: Shape): Shape {
  return { is: "map", of, extensible: false };
}

export function extensible(of: Shape): Shape {
  return { is: "map", of, extensible: true };
}

export function list(of: Shape): Shape {
  return { is: "list", of };
}

export function oneOrList(of: Shape): Shape {
  return { is: "oneOrList", of };
}

export function fields(
  shapes: Record<string, Shape>,
  required: Record<string, Scalar> = {},
): Fields {
  const strict = Object.entries(required).map(
    ([key, shape]) => [key, { ...shape, required: true }] as const,
  );
  return {
    shapes: new Map([...Object.entries(shapes), ...strict]),
    required: Object.keys(required),
  };
}
