/** Drift: where the output folder is not what the generator makes. Reads only. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { NOT_OURS } from "../write/guard.js";
import { findJournal, traces } from "../write/journal.js";
import { type Manifest, MANIFEST, manifestText, sha256 } from "../write/manifest.js";
import { readManifest } from "../write/written.js";
import { type Cause, causesOf, type ChangedInput, changedInputs } from "./cause.js";
import { hunksText } from "./hunk.js";

export interface Drift {
  /**
   * `missing`: not there. `unexpected`: there, but the generator does not make it.
   * `hand-edited`: not as it was written. `stale`: as it was written, but the generator makes another now.
   */
  readonly kind: "missing" | "stale" | "unexpected" | "hand-edited";
  /** Relative to the output folder. */
  readonly path: string;
  /** What changed since the folder was written. */
  readonly causes: readonly Cause[];
  /** The first difference, as a unified diff from what is there to what the generator makes. */
  readonly hunk?: string;
}

/** What the generator makes now. */
export interface Fresh {
  readonly output: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
}

export interface Comparison {
  /** By path. */
  readonly drift: readonly Drift[];
  readonly changed: readonly ChangedInput[];
}

export async function compareOutput(folder: string, fresh: Fresh): Promise<Comparison> {
  const expected = new Map([...fresh.output, [MANIFEST, manifestText(fresh.manifest)]]);
  const present = new Set(await listFiles(folder));
  const recorded = await readManifest(folder);
  const changed = changedInputs(recorded, fresh.manifest);
  const causes = causesOf(recorded, changed);
  const found = await findJournal(folder);
  const halfway: ReadonlySet<string> = found === undefined ? new Set() : traces(found);
  const drift: Drift[] = [];
  for (const [path, text] of expected) {
    if (!present.has(path)) {
      drift.push({
        kind: "missing",
        path,
        causes: recorded?.files.has(path) ? ["hand-edit"] : causes,
      });
      continue;
    }
    // The bookkeeping may be behind, after a merge: what counts is what it keeps book of.
    if (path === MANIFEST && recorded !== undefined) continue;
    const actual = await readFile(join(folder, path), "utf8");
    if (actual === text) continue;
    const written = recorded?.files.get(path);
    const edited = written !== undefined && !written.includes(sha256(actual));
    drift.push({
      kind: edited ? "hand-edited" : "stale",
      path,
      causes: edited ? ["hand-edit"] : causes,
      hunk: hunksText(path, actual, text),
    });
  }
  for (const path of present) {
    if (expected.has(path)) continue;
    const ours = recorded?.files.has(path) === true;
    drift.push({ kind: "unexpected", path, causes: ours ? causes : ["hand-edit"] });
  }
  const told = drift
    .map((one) => (halfway.has(one.path) ? { ...one, causes: ["interrupted" as const] } : one))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { drift: told, changed };
}

async function listFiles(folder: string, prefix = ""): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true }).catch(() => []);
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const path = `${prefix}${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return prefix === "" && NOT_OURS.has(entry.name) ? [] : listFiles(folder, `${path}/`);
    }),
  );
  return lists.flat();
}
