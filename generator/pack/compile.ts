/** Compiles a package's sources twice: to ES modules and to CommonJS, each with declarations of its own. */
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "typescript";
import { ts } from "../compilers.js";
import { UnfoldError } from "../diagnostic.js";

type Format = "esm" | "cjs";

/** What TypeScript and Node call the kind of module; it stands in a `package.json` beside the files. */
const TYPE: Readonly<Record<Format, string>> = { esm: "module", cjs: "commonjs" };

/** `folder` holds `src/`; `dist/esm/` and `dist/cjs/` are written beside it. */
export async function compilePackage(folder: string): Promise<void> {
  for (const format of ["esm", "cjs"] as const) await compile(folder, format);
}

async function compile(folder: string, format: Format): Promise<void> {
  const outDir = join(folder, "dist", format);
  await mkdir(outDir, { recursive: true });
  const marker = `${JSON.stringify({ type: TYPE[format], sideEffects: false })}\n`;
  await writeFile(join(outDir, "package.json"), marker);
  // The nearest package.json decides what a source file is compiled to.
  const sources = join(folder, format === "esm" ? "src" : "src-cjs");
  if (format === "cjs") {
    await cp(join(folder, "src"), sources, { recursive: true });
    await writeFile(join(sources, "package.json"), marker);
  }
  const files = ts.sys.readDirectory(sources, [".ts"]);
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    strict: true,
    declaration: true,
    // Maps lead to the sources, which are in the package; those of CommonJS would lead to a copy.
    declarationMap: format === "esm",
    sourceMap: format === "esm",
    rootDir: sources,
    outDir,
  });
  const { diagnostics } = program.emit();
  const all = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (format === "cjs") await rm(sources, { recursive: true });
  if (all.length > 0) throw notCompiled(folder, all);
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
