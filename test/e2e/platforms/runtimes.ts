/** Binaries from npm. Not among the dependencies of the project: they are large, and few people need them. */
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("runtimes/", import.meta.url));
const LOCK = join(FOLDER, "package-lock.json");
const INSTALLED = join(FOLDER, "node_modules", ".package-lock.json");

/** Why there are none; undefined: there are. */
export const noRuntimes = runsThem() ? undefined : "has no pinned binary for this system";

export function runtime(path: string): string {
  return join(FOLDER, "node_modules", path);
}

/** Installs what is pinned, unless it is there. */
export function installRuntimes(): void {
  if (noRuntimes !== undefined) return;
  if (existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs) return;
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: FOLDER,
    stdio: "inherit",
  });
}

function runsThem(): boolean {
  if (process.platform !== "linux" || process.arch !== "x64") return false;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime !== undefined;
}
