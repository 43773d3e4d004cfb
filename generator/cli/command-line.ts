/** The command line. Arguments and help are commander's; each command has a file of its own. */
import { Command } from "commander";
import { version } from "../support/package-root.js";
import { checkCommand } from "./commands/check.js";
import { diffCommand } from "./commands/diff.js";
import { docsCommand } from "./commands/docs.js";
import { generateCommand } from "./commands/generate.js";
import { initCommand } from "./commands/init.js";
import { listCommand } from "./commands/list.js";
import { packCommand } from "./commands/pack.js";
import { pullCommand } from "./commands/pull.js";
import { reportError } from "./support/exit.js";

/** Runs `unfold …args` in the working directory. What it prints goes to stdout and stderr; sets `process.exitCode`. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const program = new Command("unfold")
    .description(
      "Turns an OpenAPI document into a TypeScript client whose response types follow expand[].",
    )
    .version(version)
    .option("--config <file>", "the configuration (default: unfold.config.ts, .js or .json)")
    .option("--strict", "treat warnings as errors")
    .option("--allow-remote", "let the document refer to other hosts")
    .option("--debug", "show stack traces")
    .exitOverride();

  for (const command of [
    initCommand(),
    generateCommand(),
    checkCommand(),
    diffCommand(),
    pullCommand(),
    docsCommand(),
    packCommand(),
    listCommand(),
  ]) {
    program.addCommand(command.copyInheritedSettings(program));
  }

  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    process.exitCode = reportError(error, program.opts<{ debug?: boolean }>().debug === true);
  }
}
