import { Command, Option } from "commander";
import { atLeast, type DiffReport } from "../../diff/index.js";
import {
  DIFF_FORMATS,
  type DiffFormat,
  formatDiffs,
  type ProjectReport,
} from "../../diff/report/index.js";
import type { Impact } from "../../impact/index.js";
import { formatImpact } from "../../impact/report.js";
import type { ReadModel } from "../../run/read-model.js";
import type { UnfoldError } from "../../support/diagnostic.js";
import { badArguments } from "../support/projects.js";
import { EXIT } from "../support/exit.js";
import { readSides, type SideOptions } from "../support/sides.js";
import { type StrictEnums, strictEnumsOption } from "../support/strict-enums.js";
import { say } from "../support/output.js";

const FAIL_ON = ["major", "minor", "any"] as const;

interface DiffOptions extends SideOptions, StrictEnums {
  readonly format: DiffFormat;
  readonly failOn?: (typeof FAIL_ON)[number];
  readonly docs?: boolean;
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
    .option("--docs", "tell changes of documentation one by one, too; they are counted otherwise")
    .addOption(strictEnumsOption())
    .addOption(
      new Option("--fail-on <bump>", "exit 1 when there is such a change").choices(FAIL_ON),
    )
    .addHelpText(
      "after",
      `
Examples:
  unfold diff old.yaml new.yaml
  unfold diff git:HEAD --format markdown
  unfold diff git:HEAD --format html > changes.html
  unfold diff git:origin/main --fail-on major
  unfold diff git:origin/main --impact tsconfig.json`,
    )
    .action(async (before: string, after: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<DiffOptions>();
      const { impact, format, docs = false } = options;
      if (impact !== undefined && format === "html") throw noPageOfImpact();
      const sides =
        impact === undefined
          ? await compare(before, after, options)
          : await compareWithImpact(before, after, options, impact);
      const reports = sides.map(({ report }) => report);
      const located = new Map<ProjectReport, Locate>(
        sides.map((side) => [side.report, side.locate]),
      );
      say(formatDiffs(reports, format, { docs, locate: (report) => located.get(report) }));
      if (format !== "json" && format !== "html") {
        for (const report of reports) {
          if (report.impact !== undefined) say(formatImpact(report.impact, format));
        }
      }
      if (reports.some((report) => failsOn(report, options.failOn))) process.exitCode = EXIT.drift;
    });
}

type Report = ProjectReport & { readonly impact?: Impact };

/** Where in the new document a pointer leads to. */
type Locate = ReadModel["locate"];

interface Side {
  readonly report: Report;
  readonly locate: Locate;
}

async function compare(
  before: string,
  after: string | undefined,
  options: DiffOptions,
): Promise<readonly Side[]> {
  const { diffModels } = await import("../../diff/index.js");
  const { readModel } = await import("../../run/read-model.js");
  const sides = await readSides(before, after, options, ({ project, run }) =>
    readModel(project, run),
  );
  return sides.map(({ project, old, now }) => ({
    report: { ...named(project), ...diffModels(old.model, now.model, options) },
    locate: now.locate,
  }));
}

/** The same with both clients made in memory, and the consumer's program compiled against each. */
async function compareWithImpact(
  before: string,
  after: string | undefined,
  options: DiffOptions,
  tsconfig: string,
): Promise<readonly Side[]> {
  const { diffModels } = await import("../../diff/index.js");
  const { build } = await import("../../run/build.js");
  const { findImpact } = await import("../../impact/index.js");
  const sides = await readSides(before, after, options, async ({ project, run, output }) => {
    const { model, locate, output: files } = await build(project, run);
    return { model, locate, client: { folder: output, files } };
  });
  return sides.map(({ project, old, now }) => {
    const report = diffModels(old.model, now.model, options);
    const { changes } = report;
    const impact = findImpact({ tsconfig, before: old.client, after: now.client, changes });
    return { report: { ...named(project), ...report, impact }, locate: now.locate };
  });
}

function named(project: string | undefined): { readonly project?: string } {
  return project === undefined ? {} : { project };
}

function noPageOfImpact(): UnfoldError {
  const hint = "Choose another --format: text, json, markdown or github";
  return badArguments("--impact is not told as html", hint);
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
