import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { UnfoldError } from "../diagnostic.js";

const run = promisify(execFile);

/**
 * Does something in the folder `cwd` as it was at a revision: in a temporary worktree, with today's packages.
 * The repository's own files are not touched.
 */
export async function atRevision<T>(
  cwd: string,
  revision: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const root = await git(cwd, ["rev-parse", "--show-toplevel"]);
  const commit = await git(cwd, [
    "rev-parse",
    "--verify",
    "--end-of-options",
    `${revision}^{commit}`,
  ]);
  const temporary = await realpath(await mkdtemp(join(tmpdir(), "unfold-diff-")));
  const tree = join(temporary, "tree");
  try {
    await git(root, ["worktree", "add", "--detach", "--quiet", tree, commit]);
    const folder = join(tree, relative(root, await realpath(cwd)));
    const modules = nearestModules(cwd);
    if (modules !== undefined && !existsSync(join(folder, "node_modules"))) {
      await symlink(modules, join(folder, "node_modules"));
    }
    return await work(folder);
  } finally {
    await run("git", ["-C", root, "worktree", "remove", "--force", tree]).catch(() => undefined);
    await rm(temporary, { recursive: true, force: true });
  }
}

async function git(cwd: string, args: readonly string[]): Promise<string> {
  try {
    return (await run("git", ["-C", cwd, ...args])).stdout.trim();
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
