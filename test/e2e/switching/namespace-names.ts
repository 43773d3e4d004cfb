/** The types in the namespace of a default export, by their full names. */
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Namespaces of one program, whose types can be compared with each other. */
export interface Namespaces {
  readonly checker: ts.TypeChecker;
  /** Of each module: full name → symbol, for interfaces, aliases, classes and enumerations. */
  readonly types: readonly ReadonlyMap<string, ts.Symbol>[];
}

/** Names of interfaces, aliases, classes and enumerations; namespaces alone do not count. */
export function typeNamesOf(...modules: readonly string[]): readonly ReadonlySet<string>[] {
  return loadNamespaces(modules).types.map((types) => new Set(types.keys()));
}

/** Loads the modules into one program. */
export function loadNamespaces(modules: readonly string[]): Namespaces {
  const name = `${ROOT}probe.ts`;
  const text = modules.map((path, n) => `import M${n} from ${JSON.stringify(path)};`).join("\n");
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (file, languageVersion, ...rest) =>
    file === name
      ? ts.createSourceFile(file, text, languageVersion)
      : read(file, languageVersion, ...rest);
  const program = ts.createProgram([name], options, host);
  const checker = program.getTypeChecker();
  const statements = program.getSourceFile(name)?.statements ?? [];
  const types = Array.from(statements, (statement) => {
    const found = new Map<string, ts.Symbol>();
    if (!ts.isImportDeclaration(statement)) return found;
    const local = statement.importClause?.name;
    const symbol = local && checker.getSymbolAtLocation(local);
    if (symbol !== undefined) collect(checker, checker.getAliasedSymbol(symbol), [], found);
    return found;
  });
  return { checker, types };
}

function collect(
  checker: ts.TypeChecker,
  namespace: ts.Symbol,
  path: readonly string[],
  found: Map<string, ts.Symbol>,
): void {
  for (const exported of checker.getExportsOfModule(namespace)) {
    const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
    const full = [...path, exported.name];
    if (symbol.flags & ts.SymbolFlags.Type) found.set(full.join("."), symbol);
    if (symbol.flags & ts.SymbolFlags.Namespace) collect(checker, symbol, full, found);
  }
}
