import { Command, Option } from "commander";
import type { Project } from "../../config/index.js";
import { UnfoldError } from "../../support/diagnostic.js";
import { atLeast, type DiffReport } from "../../diff/index.js";
import { DIFF_FORMATS, type DiffFormat, formatDiff } from "../../diff/report.js";
import { loadConfig } from "../../config/load.js";
import type { Model } from "../../model/types/index.js";
import type { RunOptions } from "../../support/run-options.js";
import { EXIT } from "../support/exit.js";
import { atRevision } from "../support/git.js";
import { say } from "../support/output.js";
import type { SharedOptions } from "../support/projects.js";

const FAIL_ON = ["major", "minor", "any"] as const;

interface DiffOptions extends SharedOptions {
  readonly format: DiffFormat;
  readonly failOn?: (typeof FAIL_ON)[number];
  readonly project?: string;
}

export function diffCommand(): Command {
  return new Command("diff")
    .description("name every change between two documents, on the wire and in the types")
    .argument("<old>", "a document, or git:REVISION for the project as it was then")
    .argument("[new]", "a document; the project's own when left out")
    .option("--project <name>", "the project whose overlays and conventions apply")
    .addOption(
      new Option("--format <format>", "how to report").choices(DIFF_FORMATS).default("text"),
    )
    .addOption(
      new Option("--fail-on <bump>", "exit 1 when there is such a change").choices(FAIL_ON),
    )
    .addHelpText(
      "after",
      `
Examples:
  unfold diff old.yaml new.yaml
  unfold diff git:HEAD --format markdown
  unfold diff git:origin/main --fail-on major`,
    )
    .action(async (before: string, after: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<DiffOptions>();
      const { diffModels } = await import("../../diff/index.js");
      const old = await modelOf(before, options);
      const now = await modelOf(after, options);
      const report = diffModels(old, now);
      say(formatDiff(report, options.format));
      if (failsOn(report, options.failOn)) process.exitCode = EXIT.drift;
    });
}

function failsOn({ bump }: DiffReport, failOn: DiffOptions["failOn"]): boolean {
  switch (failOn) {
    case undefined:
      return false;
    case "any":
      return atLeast(bump, "patch");
    default:
      return atLeast(bump, failOn);
  }
}

async function modelOf(source: string | undefined, options: DiffOptions): Promise<Model> {
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
  return read({ ...choose(config.projects, options.project), document: source }, { ...run, cwd });
}

async function projectModel(
  folder: string,
  options: DiffOptions,
  run: Omit<RunOptions, "cwd">,
): Promise<Model> {
  const { config, cwd } = await loadConfig(folder, options.config);
  return read(choose(config.projects, options.project), { ...run, cwd });
}

async function read(project: Project, run: RunOptions): Promise<Model> {
  const { readModel } = await import("../../run/read-model.js");
  return (await readModel(project, run)).model;
}

function choose(projects: readonly Project[], name: string | undefined): Project {
  const [first] = projects;
  const chosen =
    name === undefined
      ? projects.length === 1 && first
      : projects.find((project) => project.name === name);
  if (chosen) return chosen;
  throw new UnfoldError({
    code: "bad-arguments",
    message:
      name === undefined
        ? "there are several projects"
        : `there is no project ${JSON.stringify(name)}`,
    hint: `Choose one with --project: ${projects.map((project) => project.name).join(", ")}`,
  });
}
