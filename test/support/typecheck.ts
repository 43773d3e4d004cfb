/** Compiles TypeScript with the real compilers: 5.9 and the native 7.0. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export type Compiler = "5.9" | "7.0";

/** Those that tests compile with: both, but in `npm test`, where the native one, which takes a fifth of the time, stands for both. */
export const COMPILERS: readonly Compiler[] =
  process.env["TEST_COMPILERS"] === "7.0" ? ["7.0"] : ["5.9", "7.0"];

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
const PACKAGE: Readonly<Record<Compiler, string>> = { "5.9": "typescript", "7.0": "typescript-7" };

/** A temporary folder from which the project's packages resolve; deleted with the returned function's call. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const parent = join(ROOT, "node_modules", ".tmp");
  await mkdir(parent, { recursive: true });
  const path = await mkdtemp(join(parent, "unfold-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** How generated code is compiled at the least: strict, no Node types; declarations of libraries in `npm run test:all`. */
const OPTIONS = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "nodenext",
  types: [],
  strict: true,
  skipLibCheck: process.env["TEST_COMPILERS"] === "7.0",
  verbatimModuleSyntax: true,
  noEmit: true,
};

/** The compiler's problems about all files in the folders; empty when there are none. */
export async function typecheck(
  compiler: Compiler,
  folders: readonly string[],
  options: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { path, remove } = await temporaryFolder();
  try {
    const config = { compilerOptions: { ...OPTIONS, ...options }, include: folders };
    await writeFile(join(path, "tsconfig.json"), JSON.stringify(config));
    return await run(compiler, ["-p", path, "--pretty", "false"]);
  } finally {
    await remove();
  }
}

/** Runs `tsc` in a process of its own; its output. */
export async function run(compiler: Compiler, args: readonly string[]): Promise<string> {
  const tsc = join(dirname(require.resolve(`${PACKAGE[compiler]}/package.json`)), "bin", "tsc");
  const maxBuffer = 64 << 20;
  try {
    return (await promisify(execFile)(process.execPath, [tsc, ...args], { maxBuffer })).stdout;
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  }
}
