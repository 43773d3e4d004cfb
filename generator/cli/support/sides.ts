/** The two sides of a comparison, read the same way: through a project, or both as they are. */
import { relative, resolve } from "node:path";
import { loadConfig } from "../../config/load.js";
import type { Project } from "../../config/index.js";
import { UnfoldError } from "../../support/diagnostic.js";
import type { RunOptions } from "../../support/run-options.js";
import { atRevision } from "./git.js";
import type { SharedOptions } from "./projects.js";

export interface SideOptions extends SharedOptions {
  /** `false` for `--no-project`. Default: the only project, or each of several. */
  readonly project?: string | boolean;
}

/** One side, as a reader makes it of a project. */
export interface SideProject {
  readonly project: Project;
  readonly run: RunOptions;
  /** Where the project's output is on disk, whichever revision of it is read. */
  readonly output: string;
}

export type ReadSide<T> = (side: SideProject) => Promise<T>;

/** What was compared; `project` is undefined where documents were read as they are. */
export interface Compared<T> {
  readonly project: string | undefined;
  readonly old: T;
  readonly now: T;
}

/** A side is a document, `git:REVISION`, or undefined for the project as it is. */
type Side = string | undefined;

/**
 * Reads both sides for each project that is meant.
 *
 * @throws UnfoldError where a side cannot be read, or it is not clear through which project
 */
export async function readSides<T>(
  before: Side,
  after: Side,
  options: SideOptions,
  read: ReadSide<T>,
): Promise<readonly Compared<T>[]> {
  const names = await projectNames([before, after], options);
  if (names === undefined) {
    const bare = (side: Side): Promise<T> => read(bareProject(side, options));
    return [{ project: undefined, old: await bare(before), now: await bare(after) }];
  }
  const old = await readSide(before, names, options, read);
  const now = await readSide(after, names, options, read);
  return names.flatMap((project, n) => {
    const [one, other] = [old[n], now[n]];
    return one === undefined || other === undefined ? [] : [{ project, old: one, now: other }];
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

async function readSide<T>(
  side: Side,
  names: readonly string[],
  options: SideOptions,
  read: ReadSide<T>,
): Promise<readonly T[]> {
  const revision = revisionOf(side);
  const document = isDocument(side) ? located(side) : undefined;
  const readIn = async (folder: string): Promise<readonly T[]> => {
    const { config, cwd } = await loadConfig(folder, options.config);
    const results: T[] = [];
    for (const name of names) {
      const chosen = choose(config.projects, name);
      const project = document === undefined ? chosen : { ...chosen, document };
      const output = resolve(process.cwd(), relative(folder, cwd), project.output);
      results.push(await read({ project, run: runOptions(cwd, options), output }));
    }
    return results;
  };
  return revision === undefined
    ? readIn(process.cwd())
    : atRevision(process.cwd(), revision, readIn);
}

function bareProject(side: Side, options: SideOptions): SideProject {
  const document = side ?? "";
  const project = { name: document, document, output: "client" };
  return { project, run: runOptions(process.cwd(), options), output: resolve("client") };
}

function runOptions(cwd: string, options: SideOptions): RunOptions {
  const { strict = false, allowRemote = false } = options;
  return { cwd, strict, allowRemote };
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
