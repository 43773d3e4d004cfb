import { execFile } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { mkdtemp, realpath, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { UnfoldError } from "../../support/diagnostic.js";
import { interruptible } from "./interrupt.js";

const run = promisify(execFile);

/**
 * Does something in the folder `cwd` as it was at a revision: in a temporary copy, with today's packages.
 * The repository is only read, so that nothing is left in it whenever the process ends.
 */
export async function atRevision<T>(
  cwd: string,
  revision: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const root = await git(cwd, ["rev-parse", "--show-toplevel"]);
  const wanted = ["rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`];
  const commit = await git(cwd, wanted);
  const temporary = await realpath(await mkdtemp(join(tmpdir(), "unfold-diff-")));
  const tree = join(temporary, "tree");
  const clear = (): void => rmSync(temporary, { recursive: true, force: true });
  const interruption = interruptible();
  process.once("exit", clear);
  try {
    // An index of its own: the repository's knows nothing of it.
    const index = { GIT_INDEX_FILE: join(temporary, "index") };
    await git(root, ["read-tree", commit], index);
    await git(root, ["checkout-index", "--all", `--prefix=${tree}/`], index);
    interruption.signal.throwIfAborted();
    const folder = join(tree, relative(root, await realpath(cwd)));
    const modules = nearestModules(cwd);
    if (modules !== undefined && !existsSync(join(folder, "node_modules"))) {
      await symlink(modules, join(folder, "node_modules"));
    }
    const result = await work(folder);
    interruption.signal.throwIfAborted();
    return result;
  } finally {
    interruption.end();
    process.off("exit", clear);
    clear();
  }
}

async function git(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    const options = { env: { ...process.env, ...env } };
    return (await run("git", ["-C", cwd, ...args], options)).stdout.trim();
  } catch (cause) {
    const reason = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : "";
    throw new UnfoldError(
      {
        code: "git-failed",
        message: `git ${args[0] ?? ""} failed: ${reason.split("\n")[0] ?? ""}`,
        hint: "Name a revision of this repository, for instance git:HEAD or git:origin/main.",
      },
      { cause },
    );
  }
}

function nearestModules(folder: string): string | undefined {
  for (let above = folder; ; above = dirname(above)) {
    const modules = join(above, "node_modules");
    if (existsSync(modules)) return modules;
    if (dirname(above) === above) return undefined;
  }
}
