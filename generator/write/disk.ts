/** The output folder as it is to be: what has changed is swapped in, nothing else is touched. */
import { join } from "node:path";
import { refuseForeign, refuseLinks } from "./guard.js";
import { type Manifest, MANIFEST, manifestText, sha256 } from "./manifest.js";
import { recover, swap } from "./swap.js";
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

/** Puts the output in place. Deletes only what the previous manifest lists. A file that nobody changed is not touched. */
export async function writeOutput(
  folder: string,
  output: ReadonlyMap<string, string | Uint8Array>,
  manifest: Manifest,
  { force = false, signal }: WriteOptions = {},
): Promise<WriteReport> {
  await recover(folder);
  const previous = await readManifest(folder);
  if (!force) await refuseForeign(folder, output.keys(), previous);
  const stale = [...(previous?.files.keys() ?? [])].filter((path) => !output.has(path));
  const changed = new Map<string, string | Uint8Array>();
  for (const [path, text] of [...output, [MANIFEST, manifestText(manifest)] as const]) {
    await refuseLinks(folder, path);
    if ((await hashOf(join(folder, path))) !== sha256(text)) changed.set(path, text);
  }
  for (const path of stale) await refuseLinks(folder, path);
  await swap(folder, { writes: changed, removes: stale }, signal);
  const written = [...changed.keys()].filter((path) => path !== MANIFEST).length;
  return { written, unchanged: output.size - written, removed: stale.length };
}
