/** A project's output, made in memory: load → model → emit → assemble. */
import { basename, resolve } from "node:path";
import { canonicalJson } from "../support/canonical-json.js";
import type { Project } from "../config/index.js";
import type { Diagnostic } from "../support/diagnostic.js";
import { type Docs, FACTS_ONLY } from "../emit/code/docs.js";
import { emit } from "../emit/index.js";
import type { Examples } from "../examples/index.js";
import type { Input } from "../load/index.js";
import { deeperThanTheStack } from "../load/parse/depth.js";
import type { Model } from "../model/types/index.js";
import { readModel } from "./read-model.js";
import { installedVersion } from "../support/package-root.js";
import { pause, type RunOptions } from "../support/run-options.js";
import { readmeTemplate, templateFolders } from "./template-folders.js";
import { assemble, type Assembled, type AssembleOptions } from "../write/assemble.js";
import { createManifest, type Manifest, type ManifestInput, sha256 } from "../write/manifest.js";

/** A project's output, not yet written. */
export interface Built extends Assembled {
  readonly model: Model;
  readonly inputs: readonly Input[];
  readonly manifest: Manifest;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Makes a project's output in memory. `reuse` may return the text of a module whose slice is known.
 * @throws UnfoldError where the document is not usable
 */
export async function build(
  project: Project,
  options: RunOptions,
  reuse: AssembleOptions["reuse"] = () => Promise.resolve(undefined),
): Promise<Built> {
  try {
    return await make(project, options, reuse);
  } catch (error) {
    throw deeperThanTheStack(error, project.document);
  }
}

async function make(
  project: Project,
  options: RunOptions,
  reuse: AssembleOptions["reuse"],
): Promise<Built> {
  const { cwd } = options;
  const { dialect } = project;
  const { model, symbols, warnings, inputs: read } = await readModel(project, options);
  const examples = await examplesOf(project, model);
  const templates = dialect?.templates;
  const folder = templates === undefined ? undefined : basename(templates);
  const readme = templates === undefined ? undefined : readmeTemplate(resolve(cwd, templates));
  await pause(options.signal);
  const emitted = emit(model, {
    docs: docsOf(project),
    dialect: folder,
    lists: folder === undefined ? "" : `${folder}/lists`,
    container: dialect?.lists?.[0],
    expansion: dialect?.expansion,
    id: dialect?.id,
    openapiFetch: `^${installedVersion("openapi-fetch")}`,
    package: project.package,
    readme,
    events: dialect?.events,
    class: model.resources && dialect?.class,
    raw: project.raw === true,
    examples,
    nested: dialect?.nested === true,
    dialectTypes: dialect?.types ?? {},
  });
  options.onStep?.(`writing ${emitted.modules.length} modules in memory`);
  const assembled = await assemble(emitted, {
    root: project.package === undefined ? "" : "src/",
    symbols,
    folders: new Set(templateFolders(project, cwd, model.expand.size > 0).keys()),
    reuse,
    signal: options.signal,
  });
  const inputs = [...read, ...settingInputs(project, [assembled.templates, readme])];
  const manifest = createManifest(assembled.output, inputs);
  return { ...assembled, model, inputs: read, manifest, warnings };
}

function docsOf({ docs, docsBase: base, dialect }: Project): Docs {
  const { dates } = dialect ?? {};
  const facts = dates === undefined ? {} : { dates };
  return docs === "links" ? { ...FACTS_ONLY, ...facts } : { level: "full", base, ...facts };
}

/** The sampler is loaded only where its examples are wanted. */
async function examplesOf(
  { testing = false, dialect }: Project,
  model: Model,
): Promise<Examples | undefined> {
  if (testing === false) return undefined;
  const { readExamples } = await import("../examples/index.js");
  const { values = {} } = testing === true ? {} : testing;
  const { dates = [], id = "id", variants = [] } = dialect ?? {};
  return readExamples(model, { dates, id, variants, values });
}

/** What the output was made from besides the document, so that drift can be traced to it. */
function settingInputs(project: Project, templates: readonly unknown[]): ManifestInput[] {
  return [
    { kind: "config", path: project.name, sha256: sha256(canonicalJson(project)) },
    { kind: "templates", path: "templates", sha256: sha256(JSON.stringify(templates)) },
  ];
}
