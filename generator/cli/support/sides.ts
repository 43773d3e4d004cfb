/** The two sides of a comparison, read the same way: through a project, or both as they are. */
import { resolve } from "node:path";
import { loadConfig } from "../../config/load.js";
import type { Project } from "../../config/index.js";
import type { Model } from "../../model/types/index.js";
import type { ReadModel } from "../../run/read-model.js";
import { UnfoldError } from "../../support/diagnostic.js";
import type { RunOptions } from "../../support/run-options.js";
import { atRevision } from "./git.js";
import type { SharedOptions } from "./projects.js";

export interface SideOptions extends SharedOptions {
  /** `false` for `--no-project`. Default: the only project, or each of several. */
  readonly project?: string | boolean;
}

/** What was compared; `project` is undefined where documents were read as they are. */
export interface Compared {
  readonly project: string | undefined;
  readonly old: Model;
  readonly now: Model;
  /** Where in the new document a pointer leads to. */
  readonly locate: ReadModel["locate"];
}

/** A side is a document, `git:REVISION`, or undefined for the project as it is. */
type Side = string | undefined;

/**
 * Reads both sides for each project that is meant.
 *
 * @throws UnfoldError where a side cannot be read, or it is not clear through which project
 */
export async function readSides(
  before: Side,
  after: Side,
  options: SideOptions,
): Promise<readonly Compared[]> {
  const names = await projectNames([before, after], options);
  if (names === undefined) {
    const [old, now] = [await readBare(before, options), await readBare(after, options)];
    return [{ project: undefined, old: old.model, now: now.model, locate: now.locate }];
  }
  const old = await readSide(before, names, options);
  const now = await readSide(after, names, options);
  return names.flatMap((project, n) => {
    const [one, other] = [old[n], now[n]];
    if (one === undefined || other === undefined) return [];
    return [{ project, old: one.model, now: other.model, locate: other.locate }];
  });
}

/** Undefined where no project is meant: by option, or because there is no configuration. */
async function projectNames(
  sides: readonly Side[],
  options: SideOptions,
): Promise<readonly string[] | undefined> {
  const areDocuments = sides.every(isDocument);
  if (options.project === false) {
    if (areDocuments) return undefined;
    throw badArguments("--no-project needs two documents", "unfold diff old.yaml new.yaml");
  }
  const loaded = await loadConfig(process.cwd(), options.config).catch((error: unknown) => {
    const isMissing = error instanceof UnfoldError && error.diagnostic.code === "missing-config";
    const isNeeded = options.config !== undefined || typeof options.project === "string";
    if (isMissing && areDocuments && !isNeeded) return undefined;
    throw error;
  });
  if (loaded === undefined) return undefined;
  const { projects } = loaded.config;
  if (typeof options.project === "string") return [choose(projects, options.project).name];
  if (projects.length > 1 && sides.some(isDocument)) {
    throw badArguments(
      "there are several projects, and a document can be that of one",
      `Choose one with --project, or --no-project: ${projects.map(({ name }) => name).join(", ")}`,
    );
  }
  return projects.map(({ name }) => name);
}

async function readSide(
  side: Side,
  names: readonly string[],
  options: SideOptions,
): Promise<readonly ReadModel[]> {
  const revision = revisionOf(side);
  const document = isDocument(side) ? located(side) : undefined;
  const readIn = async (folder: string): Promise<readonly ReadModel[]> => {
    const { config, cwd } = await loadConfig(folder, options.config);
    const models: ReadModel[] = [];
    for (const name of names) {
      const project = choose(config.projects, name);
      models.push(
        await read(document === undefined ? project : { ...project, document }, cwd, options),
      );
    }
    return models;
  };
  return revision === undefined
    ? readIn(process.cwd())
    : atRevision(process.cwd(), revision, readIn);
}

function readBare(side: Side, options: SideOptions): Promise<ReadModel> {
  const document = side ?? "";
  return read({ name: document, document, output: "client" }, process.cwd(), options);
}

async function read(project: Project, cwd: string, options: SideOptions): Promise<ReadModel> {
  const { readModel } = await import("../../run/read-model.js");
  const { strict = false, allowRemote = false } = options;
  const run: RunOptions = { cwd, strict, allowRemote };
  return readModel(project, run);
}

function isDocument(side: Side): side is string {
  return side !== undefined && revisionOf(side) === undefined;
}

function revisionOf(side: Side): string | undefined {
  return /^git:(.+)$/.exec(side ?? "")?.[1];
}

/** A path is relative to where the command runs, wherever the configuration is. */
function located(document: string): string {
  return /^(?:https?|npm):/.test(document) ? document : resolve(document);
}

function choose(projects: readonly Project[], name: string): Project {
  const chosen = projects.find((project) => project.name === name);
  if (chosen !== undefined) return chosen;
  const known = projects.map((project) => project.name).join(", ");
  throw badArguments(
    `there is no project ${JSON.stringify(name)}`,
    `Choose one with --project: ${known}`,
  );
}

function badArguments(message: string, hint: string): UnfoldError {
  return new UnfoldError({ code: "bad-arguments", message, hint });
}
