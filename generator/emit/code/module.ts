/** The one form in which every module is handed on: statements in order, as structures of ts-morph or as text. */
import type {
  ImportDeclarationStructure,
  ImportSpecifierStructure,
  OptionalKind,
  StatementStructures,
} from "ts-morph";
import { StructureKind } from "../../support/compilers.js";
import { stringLiteral } from "./encode.js";
import type { Imports } from "./imports.js";
import { fits, PRINT_WIDTH } from "./layout.js";

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
    typeof one === "object" && "code" in one ? one : { code: one, isLaidOut: false },
  );
  const declarations = imports.declarations();
  const isText = parts.every(({ code, isLaidOut: done }) => typeof code === "string" && done);
  const head: readonly Written[] = isText
    ? [{ code: declarations.map(importText).join("\n"), isLaidOut: true }]
    : declarations.map((code) => ({ code, isLaidOut: !importText(code).includes("\n") }));
  const written = [...head, ...parts].filter(({ code }) => code !== "");
  const spaced = written.map((one, n) => ({ ...one, isSpaced: isSpaced(written[n - 1], one) }));
  return { parts: spaced, needs: imports.needs };
}

/** Re-exports stand together, as imports do; there is an empty line between all others. */
function isSpaced(before: Written | undefined, { code }: Written): boolean {
  if (before === undefined) return false;
  if (typeof before.code === "string" || typeof code === "string") return true;
  const { kind } = code;
  const isList =
    kind === StructureKind.ImportDeclaration || kind === StructureKind.ExportDeclaration;
  return !isList || before.code.kind !== kind;
}

function importText({
  moduleSpecifier,
  isTypeOnly,
  namedImports,
}: ImportDeclarationStructure): string {
  const names = Array.isArray(namedImports) ? namedImports : [];
  const words = names.flatMap((named) => (typeof named === "object" ? importWord(named) : []));
  const head = isTypeOnly === true ? "import type {" : "import {";
  const from = `} from ${stringLiteral(moduleSpecifier)};`;
  const line = `${head} ${words.join(", ")} ${from}`;
  if (line.length <= PRINT_WIDTH || words.length === 1) return line;
  return [head, ...words.map((word) => `  ${word},`), from].join("\n");
}

function importWord({ name, alias, isTypeOnly }: OptionalKind<ImportSpecifierStructure>): string {
  const word = alias === undefined ? name : `${name} as ${alias}`;
  return isTypeOnly === true ? `type ${word}` : word;
}
