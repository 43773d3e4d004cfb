import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** What `unfold …args` prints, run from the sources in the repository `root`. */
export async function unfold(root: string, args: readonly string[]): Promise<string> {
  const tsx = join(root, "node_modules", ".bin", "tsx");
  const command = [join(root, "generator", "cli", "main.ts"), ...args];
  const { stdout } = await promisify(execFile)(tsx, command, { cwd: root, maxBuffer: 64 << 20 });
  return stdout;
}
