/** Which changes are behind a place in a program. */
import type { Declaration, Diagnostic, Node, Program, SourceFile, TypeChecker } from "typescript";
import type { Change } from "../diff/index.js";
import { ts } from "../support/compilers.js";

/** Changes by the names of what they concern, as declarations have them: `Thing.name`, `POST /v1/things`. */
export type Names = ReadonlyMap<string, readonly Change[]>;

export function namesOf(changes: readonly Change[]): Names {
  const names = new Map<string, Change[]>();
  const add = (name: string, change: Change): void => {
    names.set(name, [...(names.get(name) ?? []), change]);
  };
  for (const change of changes) {
    add(change.symbol.replaceAll(/\[\w*\]/g, ""), change);
    const operation = operationAt(change.pointer);
    if (operation !== undefined) add(operation, change);
  }
  return names;
}

/** `/paths/~1v1~1things/post` → `POST /v1/things`; undefined for what is not an operation as a whole. */
function operationAt(pointer: string): string | undefined {
  const [, path, method] = /^\/paths\/([^/]+)\/([a-z]+)$/.exec(pointer) ?? [];
  if (path === undefined || method === undefined) return undefined;
  return `${method.toUpperCase()} ${path.replaceAll("~1", "/").replaceAll("~0", "~")}`;
}

/**
 * The changes behind an error: what the compiler itself points at; else what is named around it, in the program before,
 * which knew every name, or after; else what the expected types hold; else the values that its message names.
 */
export function causesAt(
  error: Diagnostic,
  [before, after]: readonly [Program, Program],
  names: Names,
): readonly Change[] {
  const ways = [
    () => pointedAt(error, after, names),
    () => namedAround(error, before, names),
    () => namedAround(error, after, names),
    () => expectedAt(error, after, names),
    () => toldIn(error, names),
  ];
  for (const way of ways) {
    const causes = way();
    if (causes.length > 0) return causes;
  }
  return [];
}

/** `'name' is declared here.` */
function pointedAt(
  { relatedInformation = [] }: Diagnostic,
  program: Program,
  names: Names,
): readonly Change[] {
  return relatedInformation.flatMap(({ file, start, length = 0 }) => {
    const own = file && program.getSourceFile(file.fileName);
    if (own === undefined || start === undefined) return [];
    for (let node = nodeAt(own, start, start + length); node !== undefined; node = node.parent) {
      if (ts.isSourceFile(node)) return [];
      const causes = keysOf(node).flatMap((key) => names.get(key) ?? []);
      if (causes.length > 0) return causes;
    }
    return [];
  });
}

/** Of the innermost part of the code around the error that names something that has changed. */
function namedAround(error: Diagnostic, program: Program, names: Names): readonly Change[] {
  const checker = program.getTypeChecker();
  for (let node = errorNode(error, program); node !== undefined; node = node.parent) {
    const causes = changesIn(node, checker, names);
    if (causes.length > 0) return causes;
    if (ts.isStatement(node) && !ts.isBlock(node)) break;
  }
  return [];
}

/** What has changed directly inside of the type that is expected of an expression. */
function expectedAt(error: Diagnostic, program: Program, names: Names): readonly Change[] {
  const node = errorNode(error, program);
  if (node === undefined || !ts.isExpression(node)) return [];
  const checker = program.getTypeChecker();
  const expected = checker.getContextualType(node);
  const parts = expected?.isUnion() === true ? expected.types : [expected];
  const properties = parts.flatMap((type) => type?.getProperties() ?? []);
  return properties
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap((declaration) => keysOf(declaration).flatMap((key) => names.get(key) ?? []));
}

/** Values that came or went, by their text: `"fish"`. */
function toldIn({ messageText }: Diagnostic, names: Names): readonly Change[] {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  const isTold = (value: string | undefined): boolean =>
    value?.startsWith('"') === true && message.includes(value);
  const all = new Set([...names.values()].flat());
  return [...all].filter(({ before, after }) => isTold(after) || isTold(before));
}

function errorNode({ file, start, length = 0 }: Diagnostic, program: Program): Node | undefined {
  const own = file && program.getSourceFile(file.fileName);
  if (own === undefined || start === undefined) return undefined;
  return nodeAt(own, start, start + length);
}

/** The changes of everything that is named inside of a node. */
function changesIn(node: Node, checker: TypeChecker, names: Names): readonly Change[] {
  const found = new Set<Change>();
  const visit = (inner: Node): void => {
    for (const change of changesOf(inner, checker, names)) found.add(change);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return [...found];
}

/** The changes of what one identifier stands for. */
export function changesOf(node: Node, checker: TypeChecker, names: Names): readonly Change[] {
  if (!ts.isIdentifier(node) && !ts.isStringLiteral(node)) return [];
  return declarationsOf(node, checker).flatMap((declaration) =>
    keysOf(declaration).flatMap((key) => names.get(key) ?? []),
  );
}

function declarationsOf(node: Node, checker: TypeChecker): readonly Declaration[] {
  const symbol = checker.getSymbolAtLocation(node);
  if (symbol === undefined) return [];
  const target =
    (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  return [...(target.declarations ?? []), ...literalDeclarations(node, checker)];
}

/** A property that is written in an object literal: the one that is expected there. */
function literalDeclarations(node: Node, checker: TypeChecker): readonly Declaration[] {
  const { parent } = node;
  const isWritten =
    (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) &&
    parent.name === node;
  if (!isWritten) return [];
  const expected = checker.getContextualType(parent.parent);
  const name = ts.isIdentifier(node) || ts.isStringLiteral(node) ? node.text : "";
  const properties = expected?.isUnion() === true ? expected.types : [expected];
  return properties.flatMap((type) => type?.getProperty(name)?.declarations ?? []);
}

/** The names by which changes know a declaration: its place in its type, and the operation that its comment tells. */
function keysOf(declaration: Node): readonly string[] {
  const path: string[] = [];
  for (let node: Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (isNamed(node)) path.unshift(node.name.text);
  }
  const comments = ts.getJSDocCommentsAndTags(declaration).map((comment) => comment.getText());
  const [, operation] = /`([A-Z]+ \/[^`]*)`/.exec(comments.join("\n")) ?? [];
  return [path.join("."), ...(operation === undefined ? [] : [operation])];
}

function isNamed(node: Node): node is Node & { readonly name: { readonly text: string } } {
  return (
    (ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isPropertySignature(node) ||
      ts.isMethodSignature(node)) &&
    node.name !== undefined &&
    "text" in node.name
  );
}

/** The innermost node around a stretch of text. */
function nodeAt(file: SourceFile, start: number, end: number): Node | undefined {
  let found: Node | undefined;
  const visit = (node: Node): void => {
    if (node.getStart(file) > start || node.end < end) return;
    found = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}
