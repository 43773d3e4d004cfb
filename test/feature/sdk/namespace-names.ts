/** The types in the namespace of a default export, by their full names. */
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Names of interfaces, aliases, classes and enumerations; namespaces alone do not count. */
export function typeNamesOf(...modules: readonly string[]): readonly ReadonlySet<string>[] {
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
  return Array.from(statements, (statement) => {
    const names = new Set<string>();
    if (!ts.isImportDeclaration(statement)) return names;
    const local = statement.importClause?.name;
    const symbol = local && checker.getSymbolAtLocation(local);
    if (symbol !== undefined) collect(checker, checker.getAliasedSymbol(symbol), [], names);
    return names;
  });
}

function collect(
  checker: ts.TypeChecker,
  namespace: ts.Symbol,
  path: readonly string[],
  names: Set<string>,
): void {
  for (const exported of checker.getExportsOfModule(namespace)) {
    const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
    const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
    const full = [...path, exported.name];
    if (symbol.flags & ts.SymbolFlags.Type) names.add(full.join("."));
    if (symbol.flags & ts.SymbolFlags.Namespace) collect(checker, symbol, full, names);
  }
}
