/** What a document makes of the projects that are to use it. */
import type { Project } from "../config/index.js";
import { type Diagnostic, UnfoldError } from "../support/diagnostic.js";
import { type DiffReport, diffModels } from "../diff/index.js";
import type { Bytes } from "../load/index.js";
import type { Model } from "../model/types/index.js";
import { readModel } from "../run/read-model.js";
import type { RunOptions } from "../support/run-options.js";

export interface Examined {
  readonly project: Project;
  /** Why there is no report, where there is none: the pinned document could not be read any more. */
  readonly changes: DiffReport | Diagnostic;
}

export interface Results {
  readonly apiVersion: string;
  readonly examined: readonly Examined[];
  readonly warnings: readonly Diagnostic[];
}

/** @param pinned the hash of the document that they use now */
export async function examineAll(
  projects: readonly Project[],
  document: Bytes,
  pinned: unknown,
  run: RunOptions,
): Promise<Results> {
  const examined: Examined[] = [];
  const warnings: Diagnostic[] = [];
  let apiVersion = "";
  for (const project of projects) {
    const now = await readModel(project, run, document);
    warnings.push(...now.warnings);
    apiVersion ||= now.model.api.version;
    const isSame = pinned === document.sha256;
    const old = isSame ? now.model : await pinnedModel(project, run);
    const { strictEnums = false } = run;
    const changes = "code" in old ? old : diffModels(old, now.model, { strictEnums });
    examined.push({ project, changes });
  }
  return { apiVersion, examined, warnings };
}

/** What is pinned may be gone: a package of another version, a file that was edited in place. */
async function pinnedModel(project: Project, run: RunOptions): Promise<Model | Diagnostic> {
  try {
    return (await readModel(project, { ...run, strict: false })).model;
  } catch (error) {
    if (error instanceof UnfoldError) return error.diagnostic;
    throw error;
  }
}
