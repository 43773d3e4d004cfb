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
export const consumerOptions = {
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

/** What a run of the compiler wrote, and its exit code. */
export interface Compilation {
  readonly code: number;
  readonly output: string;
}

/** Compiles files of a folder as one program. The folder gets a tsconfig.json. */
export async function compile(
  compiler: Compiler,
  folder: string,
  files: readonly string[],
  options: Readonly<Record<string, unknown>> = {},
  flags: readonly string[] = [],
): Promise<Compilation> {
  const config = join(folder, `tsconfig.${compiler}.json`);
  writeFileSync(
    config,
    JSON.stringify({ compilerOptions: { ...consumerOptions, ...options }, files }),
  );
  const args = [
    "--max-old-space-size=6144",
    compilers[compiler],
    "-p",
    config,
    "--pretty",
    "false",
  ];
  const child = spawn(process.execPath, [...args, ...flags], { cwd: folder });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      resolve(status ?? 1);
    });
  });
  return { code, output: Buffer.concat(chunks).toString("utf8") };
}
