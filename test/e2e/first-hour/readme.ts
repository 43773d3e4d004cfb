/** The README's lines as a stranger runs them: in an empty folder, with nothing of this repository but its tarballs. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../../support/package/packed.js";

export interface Block {
  /** The innermost heading. */
  readonly heading: string;
  readonly language: string;
  readonly code: string;
}

export function blocksOf(markdown: string): Block[] {
  return markdown.split(/^(?=#{2,3} )/m).flatMap((section) => {
    const heading = /^#+ (.*)/.exec(section)?.[1] ?? "";
    const found = section.matchAll(/^```(\w+)\n([^]*?)^```$/gm);
    return Array.from(found, ([, language = "", code = ""]) => ({ heading, language, code }));
  });
}

export const readme = await readFile(join(ROOT, "README.md"), "utf8");

export interface Stranger extends AsyncDisposable {
  /** The project's folder; `../unfold/dist` beside it has the tarballs. */
  readonly folder: string;
  /** Runs lines of shell there; what they printed, on both streams. Fails where one of them fails. */
  run(lines: string, env?: Readonly<Record<string, string>>): Promise<string>;
}

export async function stranger(tarballs: string): Promise<Stranger> {
  const base = await mkdtemp(join(tmpdir(), "first-hour-"));
  const folder = join(base, "project");
  await mkdir(folder);
  await cp(tarballs, join(base, "unfold", "dist"), { recursive: true });
  return {
    folder,
    run: (lines, env) => sh(lines, folder, env),
    [Symbol.asyncDispose]: () => rm(base, { recursive: true, force: true }),
  };
}

/** Runs what a section says to run in the clone, whose packages are installed; puts its tarballs into `to`. */
export async function packInClone({ code }: Block, to: string): Promise<void> {
  const before = new Set(await readdir(join(ROOT, "dist")).catch(() => []));
  await sh(code.replace(/^npm ci\n/, ""), ROOT);
  await mkdir(to, { recursive: true });
  for (const name of await readdir(join(ROOT, "dist"))) {
    if (!name.endsWith(".tgz")) continue;
    await cp(join(ROOT, "dist", name), join(to, name));
    if (!before.has(name)) await rm(join(ROOT, "dist", name));
  }
}

/** Does what a section says: writes its programs under the names in their first lines, and runs its shell blocks. */
export async function follow(
  { folder, run }: Stranger,
  blocks: readonly Block[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  let printed = "";
  for (const { language, code } of blocks) {
    const name = /^\/\/ (\S+)\n/.exec(code)?.[1];
    if (language === "ts" && name !== undefined) await writeFile(join(folder, name), code);
    if (language === "sh") printed += await run(code, env);
  }
  return printed;
}

async function sh(
  lines: string,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const quiet = { npm_config_prefer_offline: "true", npm_config_audit: "false", NO_COLOR: "1" };
  // What npm says to its scripts is of this repository.
  const own = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_PATH$/.test(name));
  const options = {
    cwd,
    env: { ...Object.fromEntries(own), ...quiet, ...env },
    maxBuffer: 64 << 20,
  };
  try {
    const { stdout, stderr } = await promisify(execFile)("sh", ["-ec", lines], options);
    return stdout + stderr;
  } catch (cause) {
    if (!(cause instanceof Error && "stdout" in cause && "stderr" in cause)) throw cause;
    throw new Error(`${lines}\n${String(cause.stdout)}${String(cause.stderr)}`, { cause });
  }
}
