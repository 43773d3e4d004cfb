/** The declarations of a package as modules, and what their text says about each other. */
import { posix } from "node:path";
import type { ImportDeclaration, Node, SourceFile, Statement } from "typescript";
import { ts } from "../support/compilers.js";

/** A module by its path in the package, without extension (`operations/files`), as a declaration file. */
export type Declarations = ReadonlyMap<string, string>;

export interface Imported {
  /** A module, as {@link resolveSpecifier} has it. */
  readonly from: string;
  readonly name: string;
  /** Whether it may be used as a type alone. */
  readonly isTypeOnly: boolean;
}

export function parse(module: string, text: string): SourceFile {
  return ts.createSourceFile(`${module}.d.ts`, text, ts.ScriptTarget.ES2022, true);
}

/** Stands before the name of another package, which could be that of a module. */
const PACKAGE = "package:";

/** The module that `./files.js` in `operations/index` means: `operations/files`. */
export function resolveSpecifier(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return PACKAGE + specifier;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, "");
}

/** How `from` writes the module `to`. */
export function specifierOf(from: string, to: string): string {
  if (to.startsWith(PACKAGE)) return to.slice(PACKAGE.length);
  const path = posix.relative(posix.dirname(from), to);
  return `${path.startsWith(".") ? path : `./${path}`}.js`;
}

/** `export * from "./sibling.js"` */
export function starOf(statement: Statement): string | undefined {
  const isStar = ts.isExportDeclaration(statement) && statement.exportClause === undefined;
  return isStar ? specifierIn(statement) : undefined;
}

/** What stands behind `from`. */
export function specifierIn(node: Node): string | undefined {
  if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return undefined;
  const { moduleSpecifier } = node;
  return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier)
    ? moduleSpecifier.text
    : undefined;
}

/** Local names of an import, and what each of them is; undefined where it is no list of names. */
export function importedBy(
  module: string,
  declaration: ImportDeclaration,
): ReadonlyMap<string, Imported> | undefined {
  const clause = declaration.importClause;
  const bindings = clause?.namedBindings;
  if (clause?.name !== undefined || bindings === undefined || !ts.isNamedImports(bindings)) {
    return undefined;
  }
  const from = resolveSpecifier(module, specifierIn(declaration) ?? "");
  return new Map(
    bindings.elements.map(({ name, propertyName, isTypeOnly }) => [
      name.text,
      {
        from,
        name: (propertyName ?? name).text,
        isTypeOnly: isTypeOnly || clause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
      },
    ]),
  );
}

/** `export {};`, or names of the module itself. */
export function isEmptyExport(statement: Statement): boolean {
  return ts.isExportDeclaration(statement) && specifierIn(statement) === undefined;
}

/** The names that a statement declares. */
export function declaredBy(statement: Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed =
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

/** Whether nothing of it is there when the program runs. */
export function isType(statement: Statement): boolean {
  return (
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isModuleDeclaration(statement)
  );
}

export function isExported(statement: Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

/** The name under which a module has its default export besides, if there is one. */
export function defaultOf(module: string, text: string): string | undefined {
  for (const statement of parse(module, text).statements) {
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) continue;
    if (!ts.isNamedExports(statement.exportClause)) continue;
    const names = statement.exportClause.elements.map(({ name }) => name.text);
    if (names.includes("default")) return names.find((name) => name !== "default");
  }
  return undefined;
}
