/** A project's output, made in memory: load → model → emit → assemble. */
import { canonicalJson } from "../support/canonical-json.js";
import type { Project } from "../config/index.js";
import type { Diagnostic } from "../support/diagnostic.js";
import { emit } from "../emit/index.js";
import type { Examples } from "../examples/index.js";
import type { Input } from "../load/index.js";
import { deeperThanTheStack } from "../load/parse/depth.js";
import type { Model } from "../model/types/index.js";
import { type ReadModel, readModel } from "./read-model.js";
import { pause, type RunOptions } from "../support/run-options.js";
import { templateFolders } from "./template-folders.js";
import { assemble, type Assembled, type AssembleOptions } from "../write/assemble.js";
import { createManifest, type Manifest, type ManifestInput, sha256 } from "../write/manifest.js";

/** A project's output, not yet written. */
export interface Built extends Assembled {
  readonly model: Model;
  readonly inputs: readonly Input[];
  readonly manifest: Manifest;
  readonly warnings: readonly Diagnostic[];
  /** Where the node at a JSON Pointer of the document was written. */
  readonly locate: ReadModel["locate"];
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
  const { model, symbols, warnings, locate, inputs: read } = await readModel(project, options);
  const examples = await examplesOf(model);
  await pause(options.signal);
  const emitted = emit(model, examples);
  const assembled = await assemble(emitted, {
    root: project.package === undefined ? "" : "src/",
    symbols,
    folders: new Set(templateFolders(project, options.cwd, model.expand.size > 0).keys()),
    reuse,
    signal: options.signal,
    onModule: (done, of, path) => options.onStep?.(`module ${done + 1} of ${of}: ${path}`),
  });
  const inputs = [
    ...read,
    ...settingInputs(project, [assembled.templates, model.output.package?.readme]),
  ];
  const manifest = createManifest(assembled.output, inputs);
  return { ...assembled, model, inputs: read, manifest, warnings, locate };
}

/** The sampler is loaded only where its examples are wanted. */
async function examplesOf(model: Model): Promise<Examples | undefined> {
  if (!model.output.testing) return undefined;
  const { readExamples } = await import("../examples/index.js");
  return readExamples(model);
}

/** What the output was made from besides the document, so that drift can be traced to it. */
function settingInputs(project: Project, templates: readonly unknown[]): ManifestInput[] {
  return [
    { kind: "config", path: project.name, sha256: sha256(canonicalJson(project)) },
    { kind: "templates", path: "templates", sha256: sha256(JSON.stringify(templates)) },
  ];
}
