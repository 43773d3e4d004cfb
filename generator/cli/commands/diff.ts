import { Command, Option } from "commander";
import { atLeast, type DiffReport } from "../../diff/index.js";
import {
  DIFF_FORMATS,
  type DiffFormat,
  formatDiffs,
  type ProjectReport,
} from "../../diff/report/index.js";
import { EXIT } from "../support/exit.js";
import { type Compared, readSides, type SideOptions } from "../support/sides.js";
import { type StrictEnums, strictEnumsOption } from "../support/strict-enums.js";
import { say } from "../support/output.js";

const FAIL_ON = ["major", "minor", "any"] as const;

interface DiffOptions extends SideOptions, StrictEnums {
  readonly format: DiffFormat;
  readonly failOn?: (typeof FAIL_ON)[number];
  readonly docs?: boolean;
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
  unfold diff git:origin/main --fail-on major`,
    )
    .action(async (before: string, after: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<DiffOptions>();
      const { diffModels } = await import("../../diff/index.js");
      const { strictEnums = false, docs = false, format } = options;
      const sides = await readSides(before, after, options);
      const located = new Map<ProjectReport, Compared["locate"]>();
      for (const { project, old, now, locate } of sides) {
        const report = diffModels(old, now, { strictEnums });
        located.set({ ...(project === undefined ? {} : { project }), ...report }, locate);
      }
      const reports = [...located.keys()];
      say(formatDiffs(reports, format, { docs, locate: (report) => located.get(report) }));
      if (reports.some((report) => failsOn(report, options.failOn))) process.exitCode = EXIT.drift;
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
