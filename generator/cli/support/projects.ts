import type { Command } from "commander";
import { type EnumRule, isSelector, type Project, type Selector } from "../../config/index.js";
import { UnfoldError } from "../../support/diagnostic.js";
import { loadConfig } from "../../config/load.js";
import type { RunOptions } from "../../support/run-options.js";

/** Options that every command takes. */
export interface SharedOptions {
  readonly config?: string;
  readonly strict?: boolean;
  readonly allowRemote?: boolean;
}

/** Options of commands that can be told which operations are wanted. */
export interface SelectorOptions {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** What a command may say in the place of the configuration. */
interface ProjectOptions extends SelectorOptions {
  readonly enums?: EnumRule;
}

/** Adds `--include` and `--exclude`, each of which may be given several times. */
export function withSelectors(command: Command): Command {
  const collect = (selector: string, others: readonly string[] = []) => [...others, selector];
  return command
    .option(
      "--include <selector>",
      "only such operations: tag:…, path:/v1/**, operation:get*, or deprecated; may be repeated",
      collect,
    )
    .option("--exclude <selector>", "all but such operations; may be repeated", collect);
}

export interface Selection {
  readonly projects: readonly Project[];
  readonly run: RunOptions;
}

/** The configuration's projects, or one made of a document and an output folder. */
export async function selectProjects(
  options: SharedOptions & ProjectOptions,
  document?: string,
  output?: string,
): Promise<Selection> {
  const run = { strict: options.strict === true, allowRemote: options.allowRemote === true };
  if (document === undefined) {
    if (output !== undefined) throw incomplete("--output is given without a document");
    const { config, cwd } = await loadConfig(process.cwd(), options.config);
    const projects = config.projects.map((project) => ({ ...project, ...settings(options) }));
    return { projects, run: { ...run, cwd } };
  }
  if (output === undefined) throw incomplete("a document is given without --output");
  return {
    projects: [{ name: output, document, output, ...settings(options) }],
    run: { ...run, cwd: process.cwd() },
  };
}

/** They stand in the place of the configuration's. */
function settings({
  include,
  exclude,
  enums,
}: ProjectOptions): Pick<Project, "include" | "exclude" | "enums"> {
  return {
    ...(enums === undefined ? {} : { enums }),
    ...(include === undefined ? {} : { include: include.map(selector) }),
    ...(exclude === undefined ? {} : { exclude: exclude.map(selector) }),
  };
}

function selector(text: string): Selector {
  if (isSelector(text)) return text;
  throw badArguments(
    `${JSON.stringify(text)} selects no operations`,
    "Write tag:…, path:…, operation:… or deprecated: --include 'path:/v1/**' --exclude deprecated",
  );
}

function incomplete(message: string): UnfoldError {
  return badArguments(
    message,
    "Give both, or neither to use the configuration: unfold generate api.yaml -o client",
  );
}

/** The project of that name; without a name the only one. */
export function choose(projects: readonly Project[], name: string | undefined): Project {
  const [first] = projects;
  const chosen =
    name === undefined
      ? projects.length === 1 && first
      : projects.find((project) => project.name === name);
  if (chosen) return chosen;
  throw badArguments(
    name === undefined
      ? "there are several projects"
      : `there is no project ${JSON.stringify(name)}`,
    `Choose one with --project: ${projects.map((project) => project.name).join(", ")}`,
  );
}

export function badArguments(message: string, hint: string): UnfoldError {
  return new UnfoldError({ code: "bad-arguments", message, hint });
}
