/** Imports: gathered while a module is rendered, written once, sorted. */
import { posix } from "node:path";
import type { ExportDeclarationStructure } from "ts-morph";
import { StructureKind } from "../../support/compilers.js";
import type { Symbols } from "../../symbols/index.js";
import { stringLiteral } from "./encode.js";
import { PRINT_WIDTH } from "./layout.js";

interface NamedImport {
  readonly name: string;
  readonly isTypeOnly: boolean;
}

export class Imports {
  readonly #from: string;
  readonly #symbols: Symbols;
  readonly #reExported = new Set<string>();
  readonly #modules = new Map<string, Map<string, NamedImport>>();
  /** Name in the module → where it comes from. */
  readonly #origins = new Map<string, string>();

  /** `from` is the importing module's path, without extension; `taken` are the names that it gives itself. */
  constructor(from: string, symbols: Symbols, taken: Iterable<string> = []) {
    this.#from = from;
    this.#symbols = symbols;
    for (const name of taken) this.#origins.set(name, `${from} ${name}`);
  }

  /**
   * Notes that the module uses what templates export, or what emitted modules have of themselves: `at`,
   * `stripe/pages#PagePromise`. The table of symbols tells where it is, and whether it is a type; `asType` takes a value
   * for its type alone. Returns its name in the module.
   */
  symbol(reference: string, { alias, asType = false }: SymbolUse = {}): string {
    const { name, module, isType } = this.#symbols.find(reference);
    return this.#add(module, alias ?? name, { name, isTypeOnly: isType || asType });
  }

  /** An export of everything of another module, or of some names. */
  reExport(
    wanted: string,
    { names, isTypeOnly = false }: ReExport = {},
  ): ExportDeclarationStructure {
    const module = this.#symbols.placeOf(wanted);
    this.#reExported.add(module);
    return {
      kind: StructureKind.ExportDeclaration,
      isTypeOnly,
      moduleSpecifier: specifier(this.#from, module),
      ...(names === undefined ? {} : { namedExports: [...names] }),
    };
  }

  /** The same for symbols, by the modules that have them. */
  reExportSymbols(references: readonly string[]): ExportDeclarationStructure[] {
    const modules = new Map<string, string[]>();
    for (const reference of references) {
      const { name, module } = this.#symbols.find(reference);
      modules.set(module, [...(modules.get(module) ?? []), name]);
    }
    return Array.from(modules, ([module, names]) =>
      this.reExport(module, { names, isTypeOnly: true }),
    );
  }

  /**
   * Notes that the module uses a value of the document, under another name where `alias` gives one or where the module has another
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

  /** The modules that are used. */
  get needs(): readonly string[] {
    return [...new Set([...this.#modules.keys(), ...this.#reExported])].sort();
  }

  /** What has been noted so far, as prettier writes it. */
  text(): string {
    const modules = [...this.#modules].sort(byKey);
    return modules
      .map(([module, names]) => importText(specifier(this.#from, module), names))
      .join("\n");
  }
}

/** `import { type Page, read as open } from "./pages.js";` */
function importText(from: string, names: ReadonlyMap<string, NamedImport>): string {
  const sorted = [...names].sort(byKey);
  const isTypeOnly = sorted.every(([, named]) => named.isTypeOnly);
  const words = sorted.map(([local, named]) => {
    const word = local === named.name ? local : `${named.name} as ${local}`;
    return named.isTypeOnly && !isTypeOnly ? `type ${word}` : word;
  });
  const head = isTypeOnly ? "import type {" : "import {";
  const end = `} from ${stringLiteral(from)};`;
  const line = `${head} ${words.join(", ")} ${end}`;
  if (line.length <= PRINT_WIDTH || words.length === 1) return line;
  return [head, ...words.map((word) => `  ${word},`), end].join("\n");
}

interface SymbolUse {
  readonly alias?: string;
  readonly asType?: boolean;
}

interface ReExport {
  /** Default: everything. */
  readonly names?: readonly (string | { readonly name: string; readonly alias: string })[];
  readonly isTypeOnly?: boolean;
}

/** `schemas/checkout` seen from `operations/checkout` → `../schemas/checkout.js`. */
export function specifier(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return `${path.startsWith(".") ? path : `./${path}`}.js`;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
