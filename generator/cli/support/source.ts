/** The model of what a command line names: a document, or a project at a revision of git. */
import { resolve } from "node:path";
import type { Project } from "../../config/index.js";
import { loadConfig } from "../../config/load.js";
import type { Model } from "../../model/types/index.js";
import type { RunOptions } from "../../support/run-options.js";
import { atRevision } from "./git.js";
import { choose, type SharedOptions } from "./projects.js";

export interface SourceOptions extends SharedOptions {
  readonly project?: string;
}

/** `source`: a document, or `git:REVISION` for the project as it was then; the project's own when left out. */
export async function documentModel(
  source: string | undefined,
  options: SourceOptions,
): Promise<Model> {
  const run = { strict: options.strict === true, allowRemote: options.allowRemote === true };
  const revision = /^git:(.+)$/.exec(source ?? "")?.[1];
  if (revision !== undefined) {
    return atRevision(process.cwd(), revision, (cwd) => projectModel(cwd, options, run));
  }
  if (source === undefined) return projectModel(process.cwd(), options, run);
  if (options.project === undefined) {
    const project = { name: source, document: source, output: "client" };
    return read(project, { ...run, cwd: process.cwd() });
  }
  const { config, cwd } = await loadConfig(process.cwd(), options.config);
  return read(
    { ...choose(config.projects, options.project), document: located(source) },
    { ...run, cwd },
  );
}

/** A path is relative to where the command runs, wherever the configuration is. */
export function located(document: string): string {
  return /^(?:https?|npm):/.test(document) ? document : resolve(document);
}

async function projectModel(
  folder: string,
  options: SourceOptions,
  run: Omit<RunOptions, "cwd">,
): Promise<Model> {
  const { config, cwd } = await loadConfig(folder, options.config);
  return read(choose(config.projects, options.project), { ...run, cwd });
}

async function read(project: Project, run: RunOptions): Promise<Model> {
  const { readModel } = await import("../../run/read-model.js");
  return (await readModel(project, run)).model;
}
