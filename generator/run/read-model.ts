/** A project's model: load → model. */
import { basename, resolve } from "node:path";
import type { Project } from "../config/index.js";
import { createReporter, type Diagnostic } from "../support/diagnostic.js";
import { type Bytes, type Input, load, type Loaded } from "../load/index.js";
import { buildModel } from "../model/index.js";
import { readOutput } from "../model/output/output.js";
import type { Model } from "../model/types/index.js";
import { clientDependencies, installedVersion } from "../support/package-root.js";
import { pause, type RunOptions } from "../support/run-options.js";
import { reservedNames } from "../symbols/entries.js";
import { readSymbols, type Symbols } from "../symbols/index.js";
import { readmeTemplate, templateFolders } from "./template-folders.js";

function hasVersion({ paths = {} }: Loaded["document"], version: string): boolean {
  return Object.keys(paths).some((path) => path.startsWith(`/${version}/`));
}

export interface ReadModel {
  readonly model: Model;
  /** What the templates export. */
  readonly symbols: Symbols;
  readonly inputs: readonly Input[];
  readonly warnings: readonly Diagnostic[];
  /** Where the node at a JSON Pointer of the document was written. */
  readonly locate: Loaded["locate"];
}

export interface ReadModelOptions extends RunOptions {
  /** Whether the model carries what only a reference shows. */
  readonly documented?: boolean;
}

/** `bytes` stand in for what the project's document holds. */
export async function readModel(
  project: Project,
  options: ReadModelOptions,
  bytes?: Bytes,
): Promise<ReadModel> {
  const { cwd, strict = false, allowRemote = false, documented = false } = options;
  const { dialect, overlays = [], resources, calls, enums, include, exclude, pagination } = project;
  options.onStep?.("reading the document");
  const { acknowledged = [], lenient = false } = project;
  const source = { cwd, overlays, strict, allowRemote, bytes, acknowledged, lenient };
  const loaded = await load(project.document, source);
  await pause(options.signal);
  const reporter = createReporter(strict, acknowledged);
  const { document, url, locate } = loaded;
  const templates = dialect?.templates;
  const folder = templates === undefined ? undefined : basename(templates);
  const { versions = [] } = dialect ?? {};
  const present = versions.filter((version) => hasVersion(document, version));
  const layers = folder === undefined ? undefined : { folder, versions, present };
  const symbols = await readSymbols(templateFolders(project, cwd, true), layers);
  // Comments name it: what is not there is an error of the configuration.
  if (dialect?.error !== undefined && folder !== undefined)
    symbols.find(`${folder}/index#${dialect.error}`);
  const readme =
    templates === undefined ? undefined : readmeTemplate(resolve(cwd, templates), present);
  const dependencies = Object.fromEntries(
    clientDependencies.map((name) => [name, `^${installedVersion(name)}`]),
  );
  const output = readOutput(project, { folder, dependencies, readme });
  const reserved = reservedNames(symbols, folder, { dialect, pagination });
  const choices = { dialect, resources, calls, enums, include, exclude, pagination };
  const settings = { ...choices, reserved, output };
  const context = { document, url, ...settings, documented, reporter, locate };
  const model = buildModel(context);
  const warnings = [...loaded.warnings, ...reporter.warnings];
  return { model, symbols, inputs: loaded.inputs, warnings, locate };
}
