/** What earlier runs have written. Reads only. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Manifest, MANIFEST, parseManifest, sha256 } from "./manifest.js";

/** The manifest of an output folder; undefined where there is none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => undefined);
  return text === undefined ? undefined : parseManifest(text);
}

/** The number of files written, where every one of them still is as the manifest says; else undefined. */
export async function countAsWritten(
  folder: string,
  manifest: Manifest,
): Promise<number | undefined> {
  const files = [...manifest.files];
  const same = await Promise.all(
    files.map(async ([path, hashes]) => {
      const hash = await hashOf(join(folder, path));
      return hash !== undefined && hashes.includes(hash);
    }),
  );
  return same.every(Boolean) ? files.length : undefined;
}

/** A file's text where it still is as the manifest says. */
export async function readWritten(
  folder: string,
  path: string,
  manifest: Manifest | undefined,
): Promise<string | undefined> {
  const hashes = manifest?.files.get(path);
  if (hashes === undefined) return undefined;
  const text = await readFile(join(folder, path), "utf8").catch(() => undefined);
  return text !== undefined && hashes.includes(sha256(text)) ? text : undefined;
}

/** The sha256 of a file; undefined where there is none. */
export async function hashOf(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes === undefined ? undefined : sha256(bytes);
}
