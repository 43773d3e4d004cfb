/** The spine: load → model → emit → write. */
import { basename, resolve } from "node:path";
import type { Project } from "./config.js";
import { createReporter, type Diagnostic } from "./diagnostic.js";
import { emit } from "./emit/index.js";
import { load, type Loaded } from "./load/index.js";
import { buildModel } from "./model/index.js";
import type { Model } from "./model/types.js";
import { installedVersion } from "./root.js";
import { assemble, type Output } from "./write/assemble.js";
import { type WriteReport, writeOutput } from "./write/disk.js";
import { createManifest, type Manifest } from "./write/manifest.js";

export interface RunOptions {
  /** Absolute path of the folder that a project's paths are relative to. */
  readonly cwd: string;
  /** Turns warnings into errors. */
  readonly strict?: boolean;
  /** Whether references may be fetched over the network. */
  readonly allowRemote?: boolean;
}

/** A project's output, not yet written. */
export interface Built {
  readonly model: Model;
  readonly output: Output;
  readonly manifest: Manifest;
  readonly warnings: readonly Diagnostic[];
}

export interface Generated extends Built {
  readonly report: WriteReport;
}

/** Makes a project's output in memory. */
export async function build(project: Project, options: RunOptions): Promise<Built> {
  const { cwd, strict = false, allowRemote = false } = options;
  const { dialect, overlays = [] } = project;
  const loaded = await load(project.document, { cwd, overlays, strict, allowRemote });
  const { model, warnings } = toModel(project, loaded, strict);
  const emitted = emit(model, {
    docs: project.docs ?? "full",
    dialect: dialect && basename(dialect.templates),
    lists: dialect === undefined ? "" : `${basename(dialect.templates)}/lists`,
    container: dialect?.lists?.[0]?.type,
    openapiFetch: `^${installedVersion("openapi-fetch")}`,
    package: project.package,
    dialectTypes: dialect?.types ?? {},
  });
  const output = await assemble(emitted, {
    root: project.package === undefined ? "" : "src/",
    dialect: dialect && resolve(cwd, dialect.templates),
    expand: model.expand.size > 0,
  });
  return { model, output, manifest: createManifest(output, loaded.inputs), warnings };
}

function toModel(project: Project, loaded: Loaded, strict: boolean) {
  const reporter = createReporter(strict);
  const model = buildModel({
    document: loaded.document,
    dialect: project.dialect,
    reporter,
    locate: loaded.locate,
  });
  return { model, warnings: [...loaded.warnings, ...reporter.warnings] };
}

/** Makes a project's output and puts it in place. */
export async function generate(project: Project, options: RunOptions): Promise<Generated> {
  const built = await build(project, options);
  const folder = resolve(options.cwd, project.output);
  const report = await writeOutput(folder, built.output, built.manifest);
  return { ...built, report };
}
