/** What declaration files export, as the compiler has it. */
import ts from "typescript";
import { expect } from "vitest";

/** Module → text. */
export type Files = Readonly<Record<string, string>>;

/** Names of the platform, whose objects have a `type`. */
export const GLOBALS: ReadonlySet<string> = new Set(["Event", "Response"]);

const PLATFORM = "/platform.d.ts";
const BASICS =
  "Array<T> Boolean CallableFunction Function IArguments NewableFunction Number Object RegExp String";
const platform = [
  ...[...GLOBALS].map((name) => `interface ${name} { type: "platform" }`),
  ...BASICS.split(" ").map((name) => `interface ${name} {}`),
].join("\n");

/** The types of all that the modules export, spelled out. */
export function exportsOf(files: Files, modules: readonly string[]): readonly string[] {
  const texts = new Map(Object.entries(files).map(([module, text]) => [`/${module}.d.ts`, text]));
  texts.set(PLATFORM, platform);
  const rootNames = modules.map((module) => `/${module}.d.ts`);
  const options: ts.CompilerOptions = {
    noLib: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const program = ts.createProgram([...rootNames, PLATFORM], options, {
    ...ts.createCompilerHost(options),
    getSourceFile: (path) => {
      const text = texts.get(path);
      return text === undefined
        ? undefined
        : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
    },
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    directoryExists: () => true,
  });
  // Two neighbours may export one name, which then is nobody's.
  const errors = ts.getPreEmitDiagnostics(program).filter(({ code }) => code !== 2308);
  expect(errors.map(({ messageText }) => messageText)).toEqual([]);
  const checker = program.getTypeChecker();
  const spell = (type: ts.Type): string =>
    checker.typeToString(
      type,
      undefined,
      ts.TypeFormatFlags.InTypeAlias | ts.TypeFormatFlags.NoTruncation,
    );
  return rootNames
    .flatMap((name) => {
      const file = program.getSourceFile(name);
      const module = file && checker.getSymbolAtLocation(file);
      return checker
        .getExportsOfModule(module ?? expect.fail(`${name} exports nothing`))
        .map((each) => {
          const isAlias = (each.flags & ts.SymbolFlags.Alias) !== 0;
          const symbol = isAlias ? checker.getAliasedSymbol(each) : each;
          const isValue = (symbol.flags & ts.SymbolFlags.Function) !== 0;
          const type = isValue
            ? checker.getTypeOfSymbol(symbol)
            : checker.getDeclaredTypeOfSymbol(symbol);
          const property = type.getProperty("type");
          const spelled = property === undefined ? type : checker.getTypeOfSymbol(property);
          return `${name} ${each.name}: ${spell(spelled)}`;
        });
    })
    .sort();
}
