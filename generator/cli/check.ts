import { resolve } from "node:path";
import { Command } from "commander";
import { compareOutput, type Drift } from "../check/index.js";
import { EXIT, reportError } from "./exit.js";
import { selectProjects, type SharedOptions } from "./projects.js";

export function checkCommand(): Command {
  return new Command("check")
    .description("compare the written client with what the generator makes; writes nothing")
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions & { debug?: boolean }>();
      const { projects, run } = await selectProjects(options);
      const { build } = await import("../build.js");
      let code: number = EXIT.ok;
      for (const project of projects) {
        try {
          const built = await build(project, run);
          const drift = await compareOutput(resolve(run.cwd, project.output), built);
          process.stdout.write(report(project.name, drift));
          if (drift.length > 0) code = Math.max(code, EXIT.drift);
        } catch (error) {
          code = Math.max(code, reportError(error, options.debug === true));
        }
      }
      process.exitCode = code;
    });
}

function report(name: string, drift: readonly Drift[]): string {
  if (drift.length === 0) return `${name}: fresh\n`;
  const lines = drift.map(({ kind, path }) => `  ${kind.padEnd(11)} ${path}`);
  return `${name}: not what the generator makes\n${lines.join("\n")}\nTo mend it: unfold generate\n`;
}
