/** The one form in which every module is handed on: statements in order, as structures of ts-morph or as text. */
import type { ImportDeclarationStructure, StatementStructures } from "ts-morph";
import { StructureKind } from "../../support/compilers.js";
import type { Imports } from "./imports.js";
import { fits } from "./layout.js";

/** A module's statements, and what it imports. */
export interface Rendered {
  readonly parts: readonly Part[];
  /** Paths of the modules that it imports or exports from, without extension. */
  readonly needs: readonly string[];
}

/** A statement; text may hold several. */
export interface Part extends Written {
  /** Whether an empty line goes before it. */
  readonly isSpaced: boolean;
}

export interface Written {
  readonly code: StatementStructures | string;
  /** Whether this is prettier's form already, so that prettier need not see it. */
  readonly isLaidOut: boolean;
}

/** What may stand in a module; imports are gathered. */
export type Statement = string | Exclude<StatementStructures, ImportDeclarationStructure>;

/** A statement that is in prettier's form, where nothing in it says otherwise. */
export function laidOut(code: Statement, isLaidOut = true): Written {
  return { code, isLaidOut: isLaidOut && (typeof code !== "string" || fits(code)) };
}

/** The imports, then the statements. */
export function moduleOf(imports: Imports, statements: readonly (Statement | Written)[]): Rendered {
  const parts = statements.map((one) =>
    typeof one === "object" && "code" in one ? one : { code: one, isLaidOut: isStar(one) },
  );
  const head = { code: imports.text(), isLaidOut: true };
  const written = [head, ...parts].filter(({ code }) => code !== "");
  const spaced = written.map((one, n) => ({ ...one, isSpaced: isSpaced(written[n - 1], one) }));
  return { parts: spaced, needs: imports.needs };
}

/** `export * from "./pets.js";`, which has no place to break. */
function isStar(statement: Statement): boolean {
  if (typeof statement === "string") return false;
  const { kind } = statement;
  return kind === StructureKind.ExportDeclaration && statement.namedExports === undefined;
}

/** Re-exports stand together, as imports do; there is an empty line between all others. */
function isSpaced(before: Written | undefined, { code }: Written): boolean {
  if (before === undefined) return false;
  if (typeof before.code === "string" || typeof code === "string") return true;
  const isReExport = code.kind === StructureKind.ExportDeclaration;
  return !isReExport || before.code.kind !== code.kind;
}
