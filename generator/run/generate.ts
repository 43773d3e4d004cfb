/** The spine: nothing when nothing changed, else build in memory and write. */
import { resolve } from "node:path";
import type { Project } from "../config/index.js";
import type { Diagnostic } from "../support/diagnostic.js";
import type { DiffReport } from "../diff/index.js";
import { fingerprint } from "./fingerprint.js";
import type { Model } from "../model/types/index.js";
import { keepModel, readPreviousModel } from "./previous-model.js";
import { pause, type RunOptions } from "../support/run-options.js";
import { templateFolders } from "./template-folders.js";
import { type WriteOptions, type WriteReport, writeOutput } from "../write/disk.js";
import { recover } from "../write/swap.js";
import { manifestText, sha256 } from "../write/manifest.js";
import { recordFile, type RunRecord, writeRecord } from "../write/record.js";
import { readWritten } from "../write/written.js";
import { lastRun } from "./unchanged.js";

export interface Generated {
  readonly operations: number;
  readonly schemas: number;
  /** Modules that were made and formatted anew. */
  readonly made: number;
  readonly report: WriteReport;
  readonly warnings: readonly Diagnostic[];
  /** What has changed since the last run, where that is remembered. */
  readonly changes?: DiffReport;
  /** Everything that was read, as `load` names it. */
  readonly inputs: readonly string[];
}

export interface GenerateOptions extends RunOptions, WriteOptions {}

/** Makes a project's output and puts it in place; does neither where nothing has changed since the last run. */
export async function generate(project: Project, options: GenerateOptions): Promise<Generated> {
  const folder = resolve(options.cwd, project.output);
  const setting = await fingerprint(
    [project, options.strict === true],
    templateFolders(project, options.cwd, true).values(),
  );
  const file = recordFile(options.cwd, folder);
  await recover(folder);
  const { written, record, unchanged } = await lastRun(options.cwd, folder, file, setting);
  if (record !== undefined && unchanged !== undefined) {
    const { operations, schemas, warnings } = record;
    const report = { written: 0, unchanged, removed: 0 };
    return { operations, schemas, made: 0, warnings, report, inputs: namesOf(record.inputs) };
  }

  // The compilers and formatters are loaded only where there is work for them.
  options.onStep?.("loading the compilers");
  await pause(options.signal);
  const { build } = await import("./build.js");
  const built = await build(project, options, async (path, slice) => {
    const known = record?.modules[path];
    if (known?.slice !== slice) return undefined;
    const text = await readWritten(folder, path, written);
    return text === undefined ? undefined : { text, needs: known.needs };
  });
  const changes = await changesSince(file, setting, built.model, options);
  options.onStep?.("writing");
  const report = await writeOutput(folder, built.output, built.manifest, options);
  const { inputs, modules, warnings, model } = built;
  const counts = { operations: model.operations.length, schemas: model.schemas.length };
  const manifest = sha256(manifestText(built.manifest));
  await writeRecord(file, { setting, manifest, inputs, modules, warnings, ...counts });
  await keepModel(file, setting, model);
  return { ...counts, made: built.made, report, warnings, inputs: namesOf(inputs), ...changes };
}

/** What has changed since the last run that is remembered; nothing where none is. */
async function changesSince(
  file: string | undefined,
  setting: string,
  model: Model,
  { strictEnums = false }: RunOptions,
): Promise<{ changes?: DiffReport }> {
  const previous = await readPreviousModel(file, setting);
  if (previous === undefined) return {};
  const { diffModels } = await import("../diff/index.js");
  return { changes: diffModels(previous, model, { strictEnums }) };
}

function namesOf(inputs: RunRecord["inputs"]): readonly string[] {
  return inputs.map(({ path }) => path);
}
