import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";

/** The folder of Unfold's own package: from the sources and from the compiled files alike. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : findRoot(dirname(folder));
}

const own = join(packageRoot, "package.json");

/** Unfold's version. */
export const version = String(fieldOf(own, "version"));

/** The packages that Unfold depends on, by name. */
export const dependencies = Object.keys(Object(fieldOf(own, "dependencies"))).sort();

/** The packages that every client depends on, by name. */
export const clientDependencies: readonly string[] = ["openapi-fetch"];

/** The installed version of a package that Unfold depends on. */
export function installedVersion(name: string): string {
  return String(fieldOf(join(installedFolder(name), "package.json"), "version"));
}

/** The folder of a package that Unfold depends on. */
export function installedFolder(name: string): string {
  // By folders: few packages export their `package.json`.
  const folders = createRequire(own).resolve.paths(name) ?? [];
  const found = folders
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, "package.json")));
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}

function fieldOf(file: string, field: string): unknown {
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof manifest === "object" && manifest !== null && field in manifest) {
    return Reflect.get(manifest, field);
  }
  throw new Error(`${file} has no ${field}`);
}
