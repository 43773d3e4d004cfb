/** Drift: where the output folder is not what the generator makes. Reads only. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Output } from "../write/assemble.js";
import { type Manifest, MANIFEST, manifestText, parseManifest, sha256 } from "../write/manifest.js";

export interface Drift {
  /**
   * `missing`: not there. `unexpected`: there, but the generator does not make it.
   * `hand-edited`: not as it was written. `stale`: as it was written, but the generator makes another now.
   */
  readonly kind: "missing" | "stale" | "unexpected" | "hand-edited";
  /** Relative to the output folder. */
  readonly path: string;
}

/** Folders that building and installing the package make; never ours. */
const IGNORED = new Set(["node_modules", "dist"]);

export async function compareOutput(
  folder: string,
  fresh: { readonly output: Output; readonly manifest: Manifest },
): Promise<readonly Drift[]> {
  const expected = new Map([...fresh.output, [MANIFEST, manifestText(fresh.manifest)]]);
  const present = new Set(await listFiles(folder));
  const written = await readFile(join(folder, MANIFEST), "utf8").catch(() => "");
  const recorded = parseManifest(written)?.files ?? {};
  const drift: Drift[] = [];
  for (const [path, text] of expected) {
    if (!present.has(path)) {
      drift.push({ kind: "missing", path });
      continue;
    }
    const actual = await readFile(join(folder, path), "utf8");
    if (actual === text) continue;
    const edited = Object.hasOwn(recorded, path) && recorded[path] !== sha256(actual);
    drift.push({ kind: edited ? "hand-edited" : "stale", path });
  }
  for (const path of present) {
    if (!expected.has(path)) drift.push({ kind: "unexpected", path });
  }
  return drift.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function listFiles(folder: string, prefix = ""): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true }).catch(() => []);
  const lists = await Promise.all(
    entries.map((entry) => {
      const path = `${prefix}${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return prefix === "" && IGNORED.has(entry.name) ? [] : listFiles(folder, `${path}/`);
    }),
  );
  return lists.flat();
}
