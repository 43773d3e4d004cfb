/** Imports as objects: gathered while a module is rendered, written once, sorted. */
import { posix } from "node:path";
import type {
  ImportDeclarationStructure,
  ImportSpecifierStructure,
  OptionalKind,
  SourceFileStructure,
  StatementStructures,
} from "ts-morph";
import { StructureKind } from "../../support/compilers.js";
import { stringLiteral } from "./encode.js";

export type ModuleStructure = Omit<SourceFileStructure, "kind">;
export type Statement = string | Exclude<StatementStructures, ImportDeclarationStructure>;

/** Columns of a line. */
export const PRINT_WIDTH = 100;

interface NamedImport {
  readonly name: string;
  readonly isTypeOnly: boolean;
}

export class Imports {
  readonly #from: string;
  readonly #modules = new Map<string, Map<string, NamedImport>>();
  /** Name in the module → where it comes from. */
  readonly #origins = new Map<string, string>();

  /** `from` is the importing module's path, without extension; `taken` are the names that it gives itself. */
  constructor(from: string, taken: Iterable<string> = []) {
    this.#from = from;
    for (const name of taken) this.#origins.set(name, `${from} ${name}`);
  }

  /**
   * Notes that the module uses a value, under another name where `alias` gives one or where the module has another
   * thing of that name; returns its name.
   */
  value(name: string, module: string, alias = name): string {
    return this.#add(module, alias, { name, isTypeOnly: false });
  }

  /** The same for a type. */
  type(name: string, module: string, alias = name): string {
    return this.#add(module, alias, { name, isTypeOnly: true });
  }

  #add(module: string, wanted: string, named: NamedImport): string {
    if (module === this.#from) return wanted;
    const origin = `${module} ${named.name}`;
    let local = wanted;
    while ((this.#origins.get(local) ?? origin) !== origin) local += "_";
    this.#origins.set(local, origin);
    const names = this.#modules.get(module) ?? new Map<string, NamedImport>();
    if (names.get(local)?.isTypeOnly !== false) names.set(local, named);
    this.#modules.set(module, names);
    return local;
  }

  /** The module: these imports, then the statements with an empty line between all but exports from elsewhere. */
  module(statements: readonly Statement[]): ModuleStructure {
    const spaced = statements.map((statement, n) => {
      if (typeof statement === "string") return `\n${statement}`;
      return isReExport(statement) && n > 0 && isReExport(statements[n - 1])
        ? statement
        : { ...statement, leadingTrivia: "\n" };
    });
    return { statements: [...this.declarations(), ...spaced] };
  }

  /** What has been noted so far, as prettier writes it. */
  text(): string {
    return this.declarations().map(importLine).join("\n");
  }

  /** What has been noted so far. */
  declarations(): ImportDeclarationStructure[] {
    return [...this.#modules].sort(byKey).map(([module, names]) => {
      const sorted = [...names].sort(byKey);
      const typeOnly = sorted.every(([, { isTypeOnly }]) => isTypeOnly);
      return {
        kind: StructureKind.ImportDeclaration,
        moduleSpecifier: specifier(this.#from, module),
        isTypeOnly: typeOnly,
        namedImports: sorted.map(([local, { name, isTypeOnly }]) => ({
          name,
          ...(local === name ? {} : { alias: local }),
          isTypeOnly: isTypeOnly && !typeOnly,
        })),
      };
    });
  }
}

function importLine({
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

/** `schemas/checkout` seen from `operations/checkout` → `../schemas/checkout.js`. */
export function specifier(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return `${path.startsWith(".") ? path : `./${path}`}.js`;
}

function isReExport(statement: Statement | undefined): boolean {
  return typeof statement === "object" && statement.kind === StructureKind.ExportDeclaration;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
