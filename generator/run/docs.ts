/** A project's reference: nothing when nothing changed, else every page in memory, and then on disk. */
import { resolve } from "node:path";
import type { Project } from "../config/index.js";
import type { DiffReport } from "../diff/index.js";
import { deeperThanTheStack } from "../load/parse/depth.js";
import type { Model } from "../model/types/index.js";
import { canonicalJson } from "../support/canonical-json.js";
import type { Diagnostic } from "../support/diagnostic.js";
import { packageRoot } from "../support/package-root.js";
import { pause, type RunOptions } from "../support/run-options.js";
import { type WriteOptions, type WriteReport, writeOutput } from "../write/disk.js";
import { createManifest, manifestText, sha256 } from "../write/manifest.js";
import { recordFile, writeRecord } from "../write/record.js";
import { recover } from "../write/swap.js";
import { fingerprint } from "./fingerprint.js";
import { readModel } from "./read-model.js";
import { lastRun } from "./unchanged.js";

export interface DocsOptions extends RunOptions, WriteOptions {
  /** The earlier document, where the reference tells what has changed since. */
  readonly since?: Model | undefined;
}

export interface Documented {
  readonly operations: number;
  readonly schemas: number;
  readonly report: WriteReport;
  readonly warnings: readonly Diagnostic[];
}

/** Writes the reference of a project to the folder `output`. */
export async function writeDocs(
  project: Project,
  output: string,
  options: DocsOptions,
): Promise<Documented> {
  const { cwd } = options;
  const folder = resolve(cwd, output);
  const templates = [resolve(packageRoot, "templates", "docs")];
  const setting = await fingerprint(
    ["docs", project, output, options.strict === true, sinceHash(options.since)],
    templates,
  );
  const file = recordFile(cwd, folder);
  await recover(folder);
  const { record, unchanged } = await lastRun(cwd, folder, file, setting);
  if (record !== undefined && unchanged !== undefined) {
    const { operations, schemas, warnings } = record;
    return { operations, schemas, warnings, report: { written: 0, unchanged, removed: 0 } };
  }
  return make(project, { ...options, folder, setting, file });
}

interface MakeOptions extends DocsOptions {
  readonly folder: string;
  readonly setting: string;
  readonly file: string | undefined;
}

async function make(project: Project, options: MakeOptions): Promise<Documented> {
  const { folder, setting, file, signal } = options;
  const { model, inputs, warnings } = await readModel(project, { ...options, documented: true });
  await pause(signal);
  const files = await pagesOf(project, model, options);
  options.onStep?.(`writing ${files.size} files`);
  const manifest = createManifest(
    files,
    inputs.map(({ path, sha256: hash }) => ({ kind: "document", path, sha256: hash })),
  );
  const report = await writeOutput(folder, files, manifest, options);
  const counts = { operations: model.operations.length, schemas: model.schemas.length };
  const hash = sha256(manifestText(manifest));
  await writeRecord(file, { setting, manifest: hash, inputs, modules: {}, warnings, ...counts });
  return { ...counts, report, warnings };
}

/** How many pages are made between two looks at the signal. */
const TURN = 100;

async function pagesOf(
  project: Project,
  model: Model,
  { since, signal, onStep, cwd }: MakeOptions,
): Promise<ReadonlyMap<string, Uint8Array>> {
  onStep?.("making the pages");
  const { siteFiles } = await import("../docs/index.js");
  const input = {
    model,
    changes: await changesBetween(since, model),
    base: project.docsBase,
    samples: model.output.imported,
  };
  // As bytes: texts of a large document would fill the heap.
  const files = new Map<string, Uint8Array>();
  try {
    for (const [path, text] of siteFiles(input)) {
      files.set(path, Buffer.from(text));
      if (files.size % TURN === 0) {
        onStep?.(`making the pages: ${files.size} files`);
        await pause(signal);
      }
    }
  } catch (error) {
    throw deeperThanTheStack(error, resolve(cwd, project.document));
  }
  return files;
}

async function changesBetween(
  since: Model | undefined,
  now: Model,
): Promise<DiffReport | undefined> {
  if (since === undefined) return undefined;
  const { diffModels } = await import("../diff/index.js");
  return diffModels(since, now);
}

function sinceHash(since: Model | undefined): string {
  return since === undefined ? "" : sha256(canonicalJson(since));
}
