import { relative, resolve } from "node:path";
import { Command, Option } from "commander";
import { compareOutput } from "../../check/index.js";
import type { Project } from "../../config/index.js";
import type { RunOptions } from "../../support/run-options.js";
import { type Examined, FORMATS, type Format, formatCheck } from "./check-report.js";
import { diagnose, EXIT, exitCode } from "../support/exit.js";
import { say } from "../support/output.js";
import { selectProjects, type SharedOptions } from "../support/projects.js";

interface CheckOptions extends SharedOptions {
  readonly format: Format;
}

export function checkCommand(): Command {
  return new Command("check")
    .description("compare what is written with what the generator makes; writes nothing")
    .addOption(new Option("--format <format>", "how to report").choices(FORMATS).default("text"))
    .addHelpText(
      "after",
      `
Exit codes: 0 fresh, 1 drift, 2 usage or configuration, 3 bad input or a failure.

Examples:
  unfold check
  unfold check --format github   # annotations in a GitHub workflow`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CheckOptions>();
      const { projects, run } = await selectProjects(options);
      let code: number = EXIT.ok;
      const examined: Examined[] = [];
      // Every project is examined, whatever is found in the ones before it.
      for (const project of projects) {
        const [result, worst] = await examine(project, run);
        examined.push(result);
        code = Math.max(code, worst);
      }
      say(formatCheck(examined, options.format));
      process.exitCode = code;
    });
}

async function examine(project: Project, run: RunOptions): Promise<[Examined, code: number]> {
  const folder = resolve(run.cwd, project.output);
  const output = relative(process.cwd(), folder).replaceAll("\\", "/");
  try {
    const { build } = await import("../../run/build.js");
    const comparison = await compareOutput(folder, await build(project, run));
    const { drift } = comparison;
    return [
      { project: project.name, output, ...comparison },
      drift.length === 0 ? EXIT.ok : EXIT.drift,
    ];
  } catch (error) {
    const failed = {
      project: project.name,
      output,
      drift: [],
      changed: [],
      error: diagnose(error),
    };
    return [failed, exitCode(error)];
  }
}
