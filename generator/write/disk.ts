/** The only writes and deletes. */
import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UnfoldError } from "../diagnostic.js";
import type { Output } from "./assemble.js";
import { refuseForeign, refuseLinks } from "./guard.js";
import { type Manifest, MANIFEST, manifestText, sha256 } from "./manifest.js";
import { hashOf, readManifest } from "./written.js";

/** What a write did, in files. */
export interface WriteReport {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

export interface WriteOptions {
  /** Overwrite files that Unfold has not written. */
  readonly force?: boolean;
  /** Leaves everything as it was when it fires before the first file takes its place. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Puts the output in place: first every changed file beside its target, then one rename each.
 * Deletes only what the previous manifest lists. A file that nobody changed is not touched.
 */
export async function writeOutput(
  folder: string,
  output: Output,
  manifest: Manifest,
  { force = false, signal }: WriteOptions = {},
): Promise<WriteReport> {
  const previous = await readManifest(folder);
  if (!force) await refuseForeign(folder, output.keys(), previous);
  const stale = Object.keys(previous?.files ?? {}).filter((path) => !output.has(path));
  const changed = new Map<string, string>();
  for (const [path, text] of [...output, [MANIFEST, manifestText(manifest)] as const]) {
    await refuseLinks(folder, path);
    if ((await hashOf(join(folder, path))) !== sha256(text)) changed.set(path, text);
  }
  for (const path of stale) await refuseLinks(folder, path);
  await swapIn(folder, changed, signal);
  for (const path of stale) await remove(folder, path);
  const written = [...changed.keys()].filter((path) => path !== MANIFEST).length;
  return { written, unchanged: output.size - written, removed: stale.length };
}

/** Writes every file under a temporary name; only when all are on disk do they take their places. */
async function swapIn(
  folder: string,
  changed: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const suffix = `.${randomBytes(6).toString("hex")}.tmp`;
  const waiting: string[] = [];
  const made: string[] = [];
  try {
    for (const [path, text] of changed) {
      const file = join(folder, path);
      const first = await mkdir(dirname(file), { recursive: true });
      if (first !== undefined) made.push(first);
      waiting.push(file);
      await writeFile(file + suffix, text);
      signal?.throwIfAborted();
    }
  } catch (cause) {
    await Promise.all(waiting.map((file) => rm(file + suffix, { force: true })));
    await Promise.all(made.map((path) => rm(path, { recursive: true, force: true })));
    if (signal?.aborted === true) throw signal.reason;
    throw cannotWrite(folder, cause);
  }
  for (const file of waiting) await rename(file + suffix, file);
}

function cannotWrite(folder: string, cause: unknown): UnfoldError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UnfoldError(
    {
      code: "cannot-write",
      message: `the output cannot be written: ${reason}`,
      location: { file: folder },
      hint: "Nothing was changed. Check the folder's permissions and the free space.",
    },
    { cause },
  );
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
