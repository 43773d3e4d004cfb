import { Command, Option } from "commander";
import { atLeast, type DiffReport } from "../../diff/index.js";
import { DIFF_FORMATS, type DiffFormat, formatDiff } from "../../diff/report.js";
import { EXIT } from "../support/exit.js";
import { say } from "../support/output.js";
import { documentModel, type SourceOptions } from "../support/source.js";

const FAIL_ON = ["major", "minor", "any"] as const;

interface DiffOptions extends SourceOptions {
  readonly format: DiffFormat;
  readonly failOn?: (typeof FAIL_ON)[number];
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
      const old = await documentModel(before, options);
      const now = await documentModel(after, options);
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
