/** What must hold of the output folder before anything in it is written or deleted. */
import { lstat, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { UnfoldError } from "../support/diagnostic.js";
import { type Manifest, MANIFEST } from "./manifest.js";

/** Folders that installing and building the output make. */
export const NOT_OURS: ReadonlySet<string> = new Set(["node_modules", "dist"]);

/** A folder as messages name it. */
export function shown(folder: string): string {
  return relative(process.cwd(), folder).replaceAll("\\", "/") || ".";
}

/** A path of the manifest or of the output stays inside the folder, and no link on its way leads out of it. */
export async function refuseLinks(folder: string, path: string): Promise<void> {
  const segments = path.split("/");
  if (segments.some((segment) => segment === "" || segment === "." || segment === "..")) {
    throw unsafe(folder, path, "leads out of the output folder");
  }
  for (let n = 1; n <= segments.length; n++) {
    const part = join(folder, ...segments.slice(0, n));
    const stats = await lstat(part).catch(() => undefined);
    if (stats === undefined) return;
    if (stats.isSymbolicLink()) throw unsafe(folder, path, "is, or stands behind, a link");
    if (n === segments.length && stats.isDirectory()) throw unsafe(folder, path, "is a folder");
  }
}

function unsafe(folder: string, path: string, why: string): UnfoldError {
  return new UnfoldError({
    code: "unsafe-output",
    message: `${JSON.stringify(path)} ${why}`,
    location: { file: shown(folder) },
    hint: "Remove it, or generate into another folder.",
  });
}

/**
 * Nobody's work is overwritten: a folder that is not empty must have a manifest,
 * and a file that is not in it must not stand where one of ours would go.
 */
export async function refuseForeign(
  folder: string,
  paths: Iterable<string>,
  manifest: Manifest | undefined,
): Promise<void> {
  if (manifest === undefined) {
    const names = await readdir(folder).catch(() => []);
    const foreign = names.find((name) => name !== ".git" && !NOT_OURS.has(name));
    if (foreign !== undefined) throw notOurs(folder, foreign);
    return;
  }
  for (const path of paths) {
    if (path === MANIFEST || Object.hasOwn(manifest.files, path)) continue;
    const stats = await lstat(join(folder, path)).catch(() => undefined);
    if (stats !== undefined) throw notOurs(folder, path);
  }
}

function notOurs(folder: string, path: string): UnfoldError {
  return new UnfoldError({
    code: "foreign-files",
    message: `the output folder holds ${JSON.stringify(path)}, which Unfold has not written`,
    location: { file: shown(folder) },
    hint: "Move it away, generate into another folder, or overwrite it with --force.",
  });
}
