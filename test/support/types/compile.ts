import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The compilers that consumers use: 5.9 (JavaScript) and 7.0 (native), both installed here. */
export const compilers = {
  "5.9": fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url)),
  "7.0": fileURLToPath(new URL("../../../node_modules/typescript-7/bin/tsc", import.meta.url)),
} as const;

/** `"5.9"` or `"7.0"`. */
export type Compiler = keyof typeof compilers;

/** What the compiler is told about consumers' code: as strict as it can be. */
const consumerOptions = {
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
} as const;

/** Parts of a tsconfig.json that differ from the usual one. */
export interface Config {
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
  /** Folders and patterns, in the place of a list of files. */
  readonly include?: readonly string[];
}

/** What a run of the compiler wrote, its exit code and what it took. */
export interface Compilation {
  readonly code: number;
  readonly output: string;
  /** User and system time of the compiler, in seconds. */
  readonly cpu: number;
}

/** Compiles files of a folder as one program. The folder gets a tsconfig.json. */
export async function compile(
  compiler: Compiler,
  folder: string,
  files: readonly string[],
  config: Config = {},
  flags: readonly string[] = [],
): Promise<Compilation> {
  const project = join(folder, `tsconfig.${compiler}.json`);
  writeFileSync(
    project,
    JSON.stringify({
      compilerOptions: { ...consumerOptions, ...config.compilerOptions },
      ...(config.include === undefined ? { files } : { include: config.include }),
    }),
  );
  const args = [compilers[compiler], "-p", project, "--pretty", "false", ...flags];
  // The shell's `times` counts the processor time of all that ran below it, the native compiler's too.
  const script = `"$0" "$@"; code=$?; times >&2; exit $code`;
  const node = [process.execPath, "--max-old-space-size=6144", ...args];
  const { code, stdout, stderr } = await run("sh", ["-c", script, ...node], folder);
  return { code, output: stdout, cpu: childTimes(stderr) };
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const text = (chunks: Buffer[]): string => Buffer.concat(chunks).toString("utf8");
      resolve({ code: code ?? 1, stdout: text(stdout), stderr: text(stderr) });
    });
  });
}

/** The last line of `times`: user and system time of the children, as in `0m1.25s 0m0.10s`. */
function childTimes(output: string): number {
  const last = output.trimEnd().split("\n").at(-1) ?? "";
  const parts = [...last.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
