/** Items of a tuple that need not be there. */
import type { TypeNode } from "typescript";
import { ts } from "../../support/compilers.js";

const { factory } = ts;

export function optionalItem(type: TypeNode): TypeNode {
  if (!isList(type)) return factory.createOptionalTypeNode(type);
  const question = factory.createToken(ts.SyntaxKind.QuestionToken);
  return factory.createNamedTupleMember(
    undefined,
    factory.createIdentifier("item"),
    question,
    type,
  );
}

export function restItems(type: TypeNode): TypeNode {
  const list = factory.createArrayTypeNode(type);
  if (!isList(type)) return factory.createRestTypeNode(list);
  const dots = factory.createToken(ts.SyntaxKind.DotDotDotToken);
  return factory.createNamedTupleMember(dots, factory.createIdentifier("items"), undefined, list);
}

/**
 * Lists inside of lists are named: without a name, TypeScript takes an alias that such a list leads back to for one
 * that consists of itself (TS2456).
 */
function isList(type: TypeNode): boolean {
  return (
    ts.isArrayTypeNode(type) ||
    ts.isTupleTypeNode(type) ||
    (ts.isUnionTypeNode(type) && type.types.some(isList))
  );
}
