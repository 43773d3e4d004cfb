import { compile, type Compiler } from "./compile.js";
import type { Staged } from "./staged.js";

/** What the compiler says about its own work on one program. */
export interface Measurement {
  readonly instantiations: number;
  readonly types: number;
  /** In MB, as the compiler counts it. */
  readonly memory: number;
  /** User and system time in seconds. */
  readonly cpu: number;
}

/** Compiles one file of a staged consumer and measures it. A program with errors is refused. */
export async function measure(
  compiler: Compiler,
  { folder }: Staged,
  file: string,
  compilerOptions: Readonly<Record<string, unknown>> = {},
): Promise<Measurement> {
  // One thread, so that the native compiler counts the same in every run.
  const flags = ["--extendedDiagnostics", ...(compiler === "7.0" ? ["--singleThreaded"] : [])];
  const { code, output, cpu } = await compile(compiler, folder, [file], { compilerOptions }, flags);
  if (code !== 0) throw new Error(`${file} does not compile with ${compiler}:\n${output}`);
  const read = (label: string): number => {
    const found = new RegExp(`^${label}:\\s+(\\d+)`, "m").exec(output);
    if (found === null) throw new Error(`the compiler does not say "${label}":\n${output}`);
    return Number(found[1]);
  };
  return {
    instantiations: read("Instantiations"),
    types: read("Types"),
    memory: read("Memory used") / 1024,
    cpu,
  };
}
