/**
 * The record of the last run: what the output was made from, and which slice each module came from.
 * It lives in the cache of `node_modules`, outside git; without it everything is made anew.
 */
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as v from "valibot";
import type { Diagnostic } from "../support/diagnostic.js";
import type { MadeModule } from "./assemble.js";
import { sha256 } from "./manifest.js";

export interface RunRecord {
  /** Hash of the generator, its dependencies, the configuration and the templates. */
  readonly setting: string;
  /** Hash of the manifest that was written. Version control may have put the output back since. */
  readonly manifest: string;
  /** Everything that was read, as `load` names it. */
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** By the path of an emitted module. */
  readonly modules: Readonly<Record<string, MadeModule>>;
  readonly operations: number;
  readonly schemas: number;
  /** Told again by a run that has nothing to do: they would be seen only once. */
  readonly warnings: readonly Diagnostic[];
}

/** Where the record of an output folder is kept; undefined where there is no `node_modules` above it. */
export function recordFile(cwd: string, folder: string): string | undefined {
  for (let above = cwd; ; above = dirname(above)) {
    const modules = join(above, "node_modules");
    if (existsSync(modules)) return join(modules, ".cache", "unfold", `${sha256(folder)}.json`);
    if (dirname(above) === above) return undefined;
  }
}

const recordSchema = v.object({
  setting: v.string(),
  manifest: v.string(),
  inputs: v.array(v.object({ path: v.string(), sha256: v.string() })),
  modules: v.record(v.string(), v.object({ slice: v.string(), needs: v.array(v.string()) })),
  operations: v.number(),
  schemas: v.number(),
  warnings: v.array(
    v.object({
      code: v.string(),
      severity: v.picklist(["warning", "note"]),
      message: v.string(),
      location: v.exactOptional(
        v.object({
          file: v.string(),
          line: v.exactOptional(v.number()),
          column: v.exactOptional(v.number()),
          pointer: v.exactOptional(v.string()),
        }),
      ),
      hint: v.exactOptional(v.string()),
    }),
  ),
});

/** The record; undefined where there is none, or none that can be read. */
export async function readRecord(file: string | undefined): Promise<RunRecord | undefined> {
  if (file === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    return v.is(recordSchema, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a record. A cache that cannot be written is not a reason to fail. */
export async function writeRecord(file: string | undefined, record: RunRecord): Promise<void> {
  if (file === undefined) return;
  try {
    await mkdir(dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}.tmp`;
    await writeFile(temporary, JSON.stringify(record));
    await rename(temporary, file);
  } catch {
    // The next run makes everything anew.
  }
}
