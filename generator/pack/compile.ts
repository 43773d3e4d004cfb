/** Compiles a package's sources to ES modules and to CommonJS, with one set of declarations for both. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { CompilerOptions, Diagnostic, Node, Program } from "typescript";
import { ts } from "../support/compilers.js";
import { UnfoldError } from "../support/diagnostic.js";
import { type Globals, mergeDeclarations } from "./merge.js";
import { fillNamespaces } from "./namespaces.js";
import { type Declarations, defaultOf, specifierOf } from "./modules.js";

type Format = "esm" | "cjs";

/** What TypeScript and Node call the kind of module; it stands in a `package.json` beside the files. */
const TYPE: Readonly<Record<Format, string>> = { esm: "module", cjs: "commonjs" };

/** Bundles for browsers have nothing of Node's transport. */
const BROWSER = { "./runtime/node/wire.js": "./runtime/node/none.js" };

const OPTIONS: CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
  strict: true,
  verbatimModuleSyntax: true,
};

/** `folder` holds `src/`; `dist/esm/` and `dist/cjs/` are written beside it. */
export async function compilePackage(folder: string, entries: readonly string[]): Promise<void> {
  const sources = join(folder, "src");
  const files = ts.sys.readDirectory(sources, [".ts"]);
  const esm = await outputFolder(folder, "esm");
  const cjs = await outputFolder(folder, "cjs");
  const { modules, declarations, globals } = compileModules(folder, files, sources);
  for (const [module, text] of modules) await write(join(esm, `${module}.js`), text);
  for (const file of files) {
    const module = relative(sources, file).replace(/\.ts$/, "");
    await write(join(cjs, `${module}.js`), toCommonJs(await readFile(file, "utf8")));
  }
  const merged = fillNamespaces(mergeDeclarations(declarations, globals), entries);
  for (const [module, text] of merged) await write(join(cjs, `${module}.d.ts`), text);
  for (const entry of entries) {
    await write(join(esm, `${entry}.d.ts`), reExport(entry, merged.get(entry) ?? ""));
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function outputFolder(folder: string, format: Format): Promise<string> {
  const path = join(folder, "dist", format);
  const marker = { type: TYPE[format], sideEffects: false, browser: BROWSER };
  await write(join(path, "package.json"), `${JSON.stringify(marker)}\n`);
  return path;
}

/** Both kinds of modules have one set of declarations: ES modules may export what CommonJS modules do. */
function reExport(entry: string, declaration: string): string {
  const from = JSON.stringify(specifierOf(`esm/${entry}`, `cjs/${entry}`));
  const named = defaultOf(entry, declaration);
  return `export * from ${from};\n${named ? `export { ${named} as default } from ${from};\n` : ""}`;
}

interface Compiled {
  readonly modules: ReadonlyMap<string, string>;
  readonly declarations: Declarations;
  readonly globals: Globals;
}

function compileModules(folder: string, files: readonly string[], rootDir: string): Compiled {
  const program = ts.createProgram(files, {
    ...OPTIONS,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    declaration: true,
    rootDir,
  });
  const modules = new Map<string, string>();
  const declarations = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (path, text) => {
    const module = relative(rootDir, path);
    if (module.endsWith(".d.ts")) declarations.set(module.slice(0, -".d.ts".length), text);
    else modules.set(module.slice(0, -".js".length), text);
  });
  const all = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (all.length > 0) throw notCompiled(folder, all);
  return {
    modules,
    declarations,
    globals: (module) => globalsOf(program, join(rootDir, `${module}.ts`)),
  };
}

/** The names in a file whose declaration is TypeScript's own. */
function globalsOf(program: Program, path: string): ReadonlySet<string> {
  const checker = program.getTypeChecker();
  const names = new Set<string>();
  const visit = (node: Node): void => {
    if (ts.isIdentifier(node)) {
      const declared = checker.getSymbolAtLocation(node)?.declarations ?? [];
      const files = declared.map((declaration) => declaration.getSourceFile());
      if (files.some((file) => program.isSourceFileDefaultLibrary(file))) names.add(node.text);
    }
    node.forEachChild(visit);
  };
  const file = program.getSourceFile(path);
  if (file !== undefined) visit(file);
  return names;
}

/** Each file by itself: what its imports are was checked when it became an ES module. */
function toCommonJs(source: string): string {
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    esModuleInterop: true,
  };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}

function notCompiled(folder: string, diagnostics: readonly Diagnostic[]): UnfoldError {
  const host = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: () => folder,
    getNewLine: () => "\n",
  };
  return new UnfoldError({
    code: "not-compiled",
    message: `the package does not compile: ${ts.formatDiagnostics(diagnostics.slice(0, 5), host)}`,
    location: { file: folder },
    hint: "This is a defect of Unfold or of the dialect's templates.",
  });
}
