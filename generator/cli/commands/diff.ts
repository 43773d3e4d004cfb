import { Command, Option } from "commander";
import { atLeast, type DiffReport } from "../../diff/index.js";
import {
  DIFF_FORMATS,
  type DiffFormat,
  formatDiffs,
  type ProjectReport,
} from "../../diff/report.js";
import type { Impact } from "../../impact/index.js";
import { formatImpact } from "../../impact/report.js";
import { EXIT } from "../support/exit.js";
import { readSides, type SideOptions } from "../support/sides.js";
import { say } from "../support/output.js";

const FAIL_ON = ["major", "minor", "any"] as const;

interface DiffOptions extends SideOptions {
  readonly format: DiffFormat;
  readonly failOn?: (typeof FAIL_ON)[number];
  /** Path of a `tsconfig.json`. */
  readonly impact?: string;
}

export function diffCommand(): Command {
  return new Command("diff")
    .description("name every change between two documents, on the wire and in the types")
    .argument("<old>", "a document, or git:REVISION for the project as it was then")
    .argument("[new]", "a document; the project's own when left out")
    .option(
      "--project <name>",
      "only this project; its overlays and conventions apply to both sides",
    )
    .option("--no-project", "read two documents as they are, without overlays and conventions")
    .option(
      "--impact <tsconfig>",
      "the lines of this program that stop compiling or use what has changed",
    )
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
  unfold diff git:origin/main --fail-on major
  unfold diff git:origin/main --impact tsconfig.json`,
    )
    .action(async (before: string, after: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<DiffOptions>();
      const reports =
        options.impact === undefined
          ? await compare(before, after, options)
          : await compareWithImpact(before, after, options, options.impact);
      say(formatDiffs(reports, options.format));
      if (options.format !== "json") {
        for (const { impact } of reports) {
          if (impact !== undefined) say(formatImpact(impact, options.format));
        }
      }
      if (reports.some((report) => failsOn(report, options.failOn))) process.exitCode = EXIT.drift;
    });
}

type Report = ProjectReport & { readonly impact?: Impact };

async function compare(
  before: string,
  after: string | undefined,
  options: DiffOptions,
): Promise<readonly Report[]> {
  const { diffModels } = await import("../../diff/index.js");
  const { readModel } = await import("../../run/read-model.js");
  const sides = await readSides(before, after, options, async ({ project, run }) => {
    return (await readModel(project, run)).model;
  });
  return sides.map(({ project, old, now }) => ({
    ...(project === undefined ? {} : { project }),
    ...diffModels(old, now),
  }));
}

/** The same with both clients made in memory, and the consumer's program compiled against each. */
async function compareWithImpact(
  before: string,
  after: string | undefined,
  options: DiffOptions,
  tsconfig: string,
): Promise<readonly Report[]> {
  const { diffModels } = await import("../../diff/index.js");
  const { build } = await import("../../run/build.js");
  const { findImpact } = await import("../../impact/index.js");
  const sides = await readSides(before, after, options, async ({ project, run, output }) => {
    const built = await build(project, run);
    return { model: built.model, client: { folder: output, files: built.output } };
  });
  return sides.map(({ project, old, now }) => {
    const report = diffModels(old.model, now.model);
    const { changes } = report;
    const impact = findImpact({ tsconfig, before: old.client, after: now.client, changes });
    return { ...(project === undefined ? {} : { project }), ...report, impact };
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
