/** The only writes and deletes. */
import { randomBytes } from "node:crypto";
import { lstat, mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UnfoldError } from "../diagnostic.js";
import type { Output } from "./assemble.js";
import { type Manifest, MANIFEST, manifestText, parseManifest, sha256 } from "./manifest.js";

/** What a write did, in files. */
export interface WriteReport {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** The manifest of an output folder; undefined where there is none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => undefined);
  return text === undefined ? undefined : parseManifest(text);
}

/** The report of a run with nothing to do; undefined where a file is not as the manifest says. */
export async function isAsWritten(folder: string): Promise<WriteReport | undefined> {
  const manifest = await readManifest(folder);
  if (manifest === undefined) return undefined;
  const files = Object.entries(manifest.files);
  const same = await Promise.all(
    files.map(async ([path, hash]) => (await hashOf(join(folder, path))) === hash),
  );
  return same.every(Boolean) ? { written: 0, unchanged: files.length, removed: 0 } : undefined;
}

/** A file's text where it still is as the manifest says. */
export async function readWritten(
  folder: string,
  path: string,
  manifest: Manifest | undefined,
): Promise<string | undefined> {
  const hash = manifest?.files[path];
  if (hash === undefined) return undefined;
  const text = await readFile(join(folder, path), "utf8").catch(() => undefined);
  return text !== undefined && sha256(text) === hash ? text : undefined;
}

/**
 * Puts the output in place: first every changed file beside its target, then one rename each.
 * Deletes only what the previous manifest lists. A file that nobody changed is not touched.
 */
export async function writeOutput(
  folder: string,
  output: Output,
  manifest: Manifest,
): Promise<WriteReport> {
  const previous = await readManifest(folder);
  const stale = Object.keys(previous?.files ?? {}).filter((path) => !output.has(path));
  const changed = new Map<string, string>();
  for (const [path, text] of [...output, [MANIFEST, manifestText(manifest)] as const]) {
    await refuseLinks(folder, path);
    if ((await hashOf(join(folder, path))) !== sha256(text)) changed.set(path, text);
  }
  for (const path of stale) await refuseLinks(folder, path);
  await swapIn(folder, changed);
  for (const path of stale) await remove(folder, path);
  const written = [...changed.keys()].filter((path) => path !== MANIFEST).length;
  return { written, unchanged: output.size - written, removed: stale.length };
}

async function hashOf(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes === undefined ? undefined : sha256(bytes);
}

/** A link inside the output folder could lead a write out of it. */
async function refuseLinks(folder: string, path: string): Promise<void> {
  const segments = path.split("/");
  if (segments.some((segment) => segment === "" || segment === "." || segment === "..")) {
    throw outside(folder, path, "leads out of the output folder");
  }
  for (let n = 1; n <= segments.length; n++) {
    const part = join(folder, ...segments.slice(0, n));
    const stats = await lstat(part).catch(() => undefined);
    if (stats === undefined) return;
    if (stats.isSymbolicLink()) throw outside(folder, path, "is, or stands behind, a link");
  }
}

function outside(folder: string, path: string, why: string): UnfoldError {
  return new UnfoldError({
    code: "unsafe-output",
    message: `${path} ${why}`,
    location: { file: folder },
    hint: "Remove it, or generate into another folder.",
  });
}

/** Writes every file under a temporary name; only when all are on disk do they take their places. */
async function swapIn(folder: string, changed: ReadonlyMap<string, string>): Promise<void> {
  const suffix = `.${randomBytes(6).toString("hex")}.tmp`;
  const waiting: string[] = [];
  try {
    for (const [path, text] of changed) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      waiting.push(file);
      await writeFile(file + suffix, text);
    }
  } catch (cause) {
    await Promise.all(waiting.map((file) => rm(file + suffix, { force: true })));
    throw new UnfoldError(
      {
        code: "cannot-write",
        message: `the output cannot be written: ${cause instanceof Error ? cause.message : cause}`,
        location: { file: folder },
        hint: "Nothing was changed. Check the folder's permissions and the free space.",
      },
      { cause },
    );
  }
  for (const file of waiting) await rename(file + suffix, file);
}

/** Deletes a file and the folders that this leaves empty. */
async function remove(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  for (let inner = dirname(path); inner !== "."; inner = dirname(inner)) {
    const gone = await rmdir(join(folder, inner)).then(
      () => true,
      () => false,
    );
    if (!gone) return;
  }
}
