import type { ObjectKind } from "./kinds.js";

export type ScalarType = "string" | "number" | "boolean";

export type FieldType =
  | { readonly is: "any" }
  | Scalar
  | { readonly is: "node"; readonly kind: ObjectKind }
  /** With `extensible`, keys that begin with `x-` are not entries. */
  | { readonly is: "map"; readonly of: FieldType; readonly extensible: boolean }
  | { readonly is: "list"; readonly of: FieldType }
  /** A value, or a list of such values. */
  | { readonly is: "oneOrList"; readonly of: FieldType }
  | { readonly is: "numberOrBoolean" };

export interface Scalar {
  readonly is: "scalar";
  readonly type: ScalarType;
  readonly values?: readonly string[];
  /** The object means nothing without it. */
  readonly required?: boolean;
}

export interface Fields {
  readonly shapes: ReadonlyMap<string, FieldType>;
  readonly required: readonly string[];
}

export const any: FieldType = { is: "any" };
export const string: Scalar = { is: "scalar", type: "string" };
export const number: Scalar = { is: "scalar", type: "number" };
export const boolean: Scalar = { is: "scalar", type: "boolean" };
export const numberOrBoolean: FieldType = { is: "numberOrBoolean" };

export function one(...values: string[]): Scalar {
  return { is: "scalar", type: "string", values };
}

export function node(kind: ObjectKind): FieldType {
  return { is: "node", kind };
}

export function map(of: FieldType): FieldType {
  return { is: "map", of, extensible: false };
}

export function extensible(of: FieldType): FieldType {
  return { is: "map", of, extensible: true };
}

export function list(of: FieldType): FieldType {
  return { is: "list", of };
}

export function oneOrList(of: FieldType): FieldType {
  return { is: "oneOrList", of };
}

export function fields(
  shapes: Record<string, FieldType>,
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
