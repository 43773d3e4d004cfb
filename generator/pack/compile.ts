/** Compiles a package's sources to ES modules with declarations, and to CommonJS with the same declarations. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { CompilerOptions, Diagnostic } from "typescript";
import { ts } from "../support/compilers.js";
import { UnfoldError } from "../support/diagnostic.js";

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
export async function compilePackage(folder: string): Promise<void> {
  const sources = join(folder, "src");
  const files = ts.sys.readDirectory(sources, [".ts"]);
  const esm = await outputFolder(folder, "esm");
  const cjs = await outputFolder(folder, "cjs");
  compileModules(folder, files, sources, esm);
  for (const file of files) {
    const module = relative(sources, file).replace(/\.ts$/, "");
    await mkdir(dirname(join(cjs, module)), { recursive: true });
    await writeFile(join(cjs, `${module}.js`), toCommonJs(await readFile(file, "utf8")));
    // The kind of module is not written in a declaration: it is that of the folder it lies in.
    const declaration = await readFile(join(esm, `${module}.d.ts`), "utf8");
    await writeFile(
      join(cjs, `${module}.d.ts`),
      declaration.replace(/\n\/\/# sourceMapping.*/, ""),
    );
  }
}

async function outputFolder(folder: string, format: Format): Promise<string> {
  const path = join(folder, "dist", format);
  await mkdir(path, { recursive: true });
  const marker = `${JSON.stringify({ type: TYPE[format], sideEffects: false, browser: BROWSER })}\n`;
  await writeFile(join(path, "package.json"), marker);
  return path;
}

function compileModules(
  folder: string,
  files: readonly string[],
  rootDir: string,
  outDir: string,
): void {
  const program = ts.createProgram(files, {
    ...OPTIONS,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    declaration: true,
    declarationMap: true,
    sourceMap: true,
    rootDir,
    outDir,
  });
  const { diagnostics } = program.emit();
  const all = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (all.length > 0) throw notCompiled(folder, all);
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
