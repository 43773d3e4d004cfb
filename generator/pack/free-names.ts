/** The names that declarations take from around them. */
import type { Node, Statement } from "typescript";
import { ts } from "../support/compilers.js";
import { declaredBy } from "./modules.js";

/** The names that come from outside of the statements: the first of each path, and no names of properties. */
export function freeNames(
  statements: readonly Statement[],
  around: ReadonlySet<string> = new Set(),
): string[] {
  const inside = new Set([...around, ...statements.flatMap(namesOf)]);
  const visit = (node: Node): string[] => {
    if (ts.isIdentifier(node)) return inside.has(node.text) ? [] : [node.text];
    if (ts.isQualifiedName(node)) return visit(node.left);
    if (ts.isTypeAliasDeclaration(node)) return visit(node.type);
    if (ts.isImportEqualsDeclaration(node)) return visit(node.moduleReference);
    if (ts.isModuleBlock(node)) return freeNames([...node.statements], inside);
    if (ts.isModuleDeclaration(node)) return node.body === undefined ? [] : visit(node.body);
    return childrenOf(node).flatMap(visit);
  };
  return statements.flatMap(visit);
}

function namesOf(statement: Statement): readonly string[] {
  return ts.isImportEqualsDeclaration(statement) ? [statement.name.text] : declaredBy(statement);
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  node.forEachChild((child) => {
    children.push(child);
  });
  return children;
}
