import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";

/** The folder of Unfold's own package: from the sources and from the compiled files alike. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : findRoot(dirname(folder));
}

/** Unfold's version. */
export const version = versionIn(join(packageRoot, "package.json"));

/** The installed version of a package that Unfold depends on. */
export function installedVersion(name: string): string {
  const require = createRequire(join(packageRoot, "package.json"));
  return versionIn(require.resolve(`${name}/package.json`));
}

function versionIn(file: string): string {
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) {
    return String(manifest.version);
  }
  throw new Error(`${file} has no version`);
}
