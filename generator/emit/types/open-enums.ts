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

/** Whether {@link anyOther} stands in a union, or in one of its unions. */
function hasOthers(type: TypeNode): boolean {
  const inner = bare(type);
  if (ts.isUnionTypeNode(inner)) return inner.types.some(hasOthers);
  return ts.isIntersectionTypeNode(inner) && inner.types.some(isEmptyLiteral);
}

function isEmptyLiteral(type: TypeNode): boolean {
  return ts.isTypeLiteralNode(type) && type.members.length === 0;
}

/** Through the parentheses that the compiler's factory puts around unions inside of unions. */
function bareMembers(type: TypeNode): readonly TypeNode[] {
  const inner = bare(type);
  return ts.isUnionTypeNode(inner) ? inner.types.flatMap(bareMembers) : [type];
}

function bare(type: TypeNode): TypeNode {
  return ts.isParenthesizedTypeNode(type) ? type.type : type;
}

/** A union with {@link anyOther} as one, whatever is nested in it; undefined for any other type. */
export function flatOpen(type: TypeNode): TypeNode | undefined {
  if (!ts.isUnionTypeNode(type) || !hasOthers(type)) return undefined;
  return factory.createUnionTypeNode(type.types.flatMap(bareMembers));
}
