/** Runs a command of Node and measures it from inside, which works on every platform. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Usage {
  /** User and system time in seconds, of the process, its threads and the Node processes it starts. */
  readonly cpu: number;
  /** Peak resident memory in MB, of the largest of them. */
  readonly memory: number;
}

export interface Command {
  /** Path of the `node` to run it with. */
  readonly node?: string;
  /** A script and its arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
}

const HOOK = fileURLToPath(new URL("usage-hook.cjs", import.meta.url));

/** @throws Error with what the command said last, when it fails */
export async function measure({ node = process.execPath, args, cwd }: Command): Promise<Usage> {
  const folder = await mkdtemp(join(tmpdir(), "unfold-bench-"));
  const file = join(folder, "usage");
  try {
    await run(node, args, cwd, {
      NODE_OPTIONS: `--require=${JSON.stringify(HOOK)}`,
      UNFOLD_BENCH_USAGE: file,
    });
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    const usages = lines.map((line): Usage => JSON.parse(line));
    return {
      cpu: usages.reduce((sum, { cpu }) => sum + cpu, 0),
      memory: Math.max(...usages.map(({ memory }) => memory)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(
  node: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-2000)));
    }
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args.join(" ")} ends with ${code}:\n${said}`));
    });
  });
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
