/** The two sides of a comparison, read the same way: through a project, or both as they are. */
import { relative, resolve } from "node:path";
import { loadConfig } from "../../config/load.js";
import type { Project } from "../../config/index.js";
import { UnfoldError } from "../../support/diagnostic.js";
import type { RunOptions } from "../../support/run-options.js";
import { atRevision } from "./git.js";
import { badArguments, choose, type SharedOptions } from "./projects.js";

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
  const compared: Compared<T>[] = [];
  for (const project of await projectNames([before, after], options)) {
    const old = await readSide(before, project, options, read);
    const now = await readSide(after, project, options, read);
    compared.push({ project, old, now });
  }
  return compared;
}

/**
 * Reads one side through a project; as it is where that is undefined.
 *
 * @throws UnfoldError where it cannot be read, or only a project has it
 */
export async function readSide<T>(
  side: Side,
  project: string | undefined,
  options: SharedOptions,
  read: ReadSide<T>,
): Promise<T> {
  if (project === undefined) {
    if (isDocument(side)) return read(bareProject(side, options));
    throw badArguments(
      `${side ?? "the project's own document"} cannot be read without a project`,
      "Name a document on each side, or a project with --project",
    );
  }
  const revision = revisionOf(side);
  const document = isDocument(side) ? located(side) : undefined;
  const readIn = async (folder: string): Promise<T> => {
    const { config, cwd } = await loadConfig(folder, options.config);
    const chosen = choose(config.projects, project);
    const output = resolve(process.cwd(), relative(folder, cwd), chosen.output);
    const own = document === undefined ? chosen : { ...chosen, document };
    return read({ project: own, run: runOptions(cwd, options), output });
  };
  return revision === undefined
    ? readIn(process.cwd())
    : atRevision(process.cwd(), revision, readIn);
}

/** One that is undefined where no project is meant: by option, or because there is no configuration. */
async function projectNames(
  sides: readonly Side[],
  options: SideOptions,
): Promise<readonly (string | undefined)[]> {
  if (options.project === false) return [undefined];
  const areDocuments = sides.every(isDocument);
  const loaded = await loadConfig(process.cwd(), options.config).catch((error: unknown) => {
    const isMissing = error instanceof UnfoldError && error.diagnostic.code === "missing-config";
    const isNeeded = options.config !== undefined || typeof options.project === "string";
    if (isMissing && areDocuments && !isNeeded) return undefined;
    throw error;
  });
  if (loaded === undefined) return [undefined];
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

function bareProject(document: string, options: SharedOptions): SideProject {
  const project = { name: document, document, output: "client" };
  return { project, run: runOptions(process.cwd(), options), output: resolve("client") };
}

function runOptions(cwd: string, options: SharedOptions): RunOptions {
  const { strict = false, allowRemote = false } = options;
  return { cwd, strict, allowRemote };
}

/** A path is relative to where the command runs, wherever the configuration is. */
function located(document: string): string {
  return /^(?:https?|npm):/.test(document) ? document : resolve(document);
}

function isDocument(side: Side): side is string {
  return side !== undefined && revisionOf(side) === undefined;
}

function revisionOf(side: Side): string | undefined {
  return /^git:(.+)$/.exec(side ?? "")?.[1];
}
