/**
 * openapi-typescript maps an enum before it asks for a type of ours. So an open one becomes a union that has its values,
 * and a member that stands for all others.
 */
import type { TypeNode } from "typescript";
import { ts } from "../../support/compilers.js";
import { openTypes, type OpenType, type Shape } from "../../model/types/shape.js";
import { mapShape, someShape } from "../../model/types/walk.js";

const { factory } = ts;

/** Known by identity: no document has these objects. */
const OTHERS: Readonly<Record<OpenType, Shape>> = {
  string: { type: "string" },
  number: { type: "number" },
  integer: { type: "number" },
};

/** The type of which the member stands for all values; undefined for any other shape. */
export function otherValues(shape: Shape): "string" | "number" | undefined {
  if (shape === OTHERS.string) return "string";
  return shape === OTHERS.number || shape === OTHERS.integer ? "number" : undefined;
}

/** The shape itself where no enum in it is open. */
export function asUnions(shape: Shape): Shape {
  return someShape(shape, isOpen) ? spread(shape) : shape;
}

function isOpen({ open }: Shape): boolean {
  return open === true;
}

function spread(shape: Shape): Shape {
  if (!isOpen(shape)) return mapShape(shape, spread);
  const { enum: values = [], open: _, type: __, ...around } = shape;
  return { ...around, anyOf: [{ enum: values }, ...openTypes(shape).map((type) => OTHERS[type])] };
}

/** `(string & {})`: a union with plain `string` would be that alone, and editors would complete nothing. */
export function anyOther(type: "string" | "number"): TypeNode {
  const { StringKeyword, NumberKeyword } = ts.SyntaxKind;
  const keyword = factory.createKeywordTypeNode(type === "string" ? StringKeyword : NumberKeyword);
  const both = factory.createIntersectionTypeNode([keyword, factory.createTypeLiteralNode([])]);
  return factory.createParenthesizedType(both);
}
