/** Output folders as runs leave them, for tests of how they are written. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeOutput } from "../../../generator/write/disk.js";

export type Files = Readonly<Record<string, string>>;

export const BEFORE: Files = { "a.ts": "old a", "b/c.ts": "c", "gone/d.ts": "d" };
export const AFTER: Files = { "a.ts": "new a", "b/c.ts": "c", "b/e.ts": "e", "new/f.ts": "f" };
/** What somebody else has put there. */
export const NOTE = { "note.txt": "somebody's own" };

/** An empty folder of a test, and how it is removed. */
export async function emptyFolder(): Promise<{ cwd: string; remove: () => Promise<void> }> {
  const cwd = await mkdtemp(join(tmpdir(), "unfold-swap-"));
  return { cwd, remove: () => rm(cwd, { recursive: true, force: true }) };
}

/** A folder in which a run has written `BEFORE`. */
export async function folderBefore(cwd: string, name: string): Promise<string> {
  const folder = join(cwd, name);
  await put(folder, BEFORE);
  await writeFile(join(folder, "note.txt"), NOTE["note.txt"]);
  return folder;
}

/** Writes files as a run does. */
export function put(folder: string, files: Files, signal?: AbortSignal): Promise<unknown> {
  const listed = new Map(Object.keys(files).map((path) => [path, ["-"]]));
  const manifest = { unfold: "x", inputs: [], files: listed };
  return writeOutput(folder, new Map(Object.entries(files)), manifest, { signal });
}

/** What is in a folder besides the manifest; undefined where there is no folder. */
export async function contents(folder: string): Promise<Files | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {});
  if (entries === undefined) return undefined;
  const names = entries
    .filter((entry) => entry.isFile() && entry.name !== ".unfold.json")
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return Object.fromEntries(names.map((name, n) => [name, texts[n] ?? ""]));
}
