import { relative } from "node:path";
import { Command } from "commander";
import type { Project } from "../../config/index.js";
import { loadConfig } from "../../config/load.js";
import { UnfoldError } from "../../support/diagnostic.js";
import { complain, say } from "../support/output.js";
import { choose, type SharedOptions } from "../support/projects.js";

interface PackOptions extends SharedOptions {
  readonly project?: string;
  readonly quiet?: boolean;
}

export function packCommand(): Command {
  return new Command("pack")
    .description("build the package of each project that has `package`: a tarball in dist/")
    .option("--project <name>", "only this project")
    .option("-q, --quiet", "print only the tarballs")
    .addHelpText(
      "after",
      `
The package has ES modules, CommonJS and declarations. Nothing is published.

Examples:
  unfold pack
  unfold pack --project api`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<PackOptions>();
      const { config, cwd } = await loadConfig(process.cwd(), options.config);
      const projects = packages(config.projects, options.project);
      // With the compilers, which other commands do without.
      const { packProject } = await import("../../pack/index.js");
      const run = {
        cwd,
        strict: options.strict === true,
        allowRemote: options.allowRemote === true,
      };
      for (const project of projects) {
        const onStep = (step: string) => complain(`${project.name}: ${step}`);
        const tarball = await packProject(project, {
          ...run,
          ...(options.quiet === true ? {} : { onStep }),
        });
        const path = relative(process.cwd(), tarball).replaceAll("\\", "/");
        say(path);
        if (options.quiet !== true) complain(next(path));
      }
    });
}

function packages(projects: readonly Project[], name: string | undefined): readonly Project[] {
  if (name !== undefined) return [choose(projects, name)];
  const found = projects.filter((project) => project.package !== undefined);
  if (found.length > 0) return found;
  throw new UnfoldError({
    code: "bad-config",
    message: "no project of the configuration is a package",
    hint: "Give one of them a `package`: { name, version, description, license }",
  });
}

function next(tarball: string): string {
  return `Next, in the project that uses it: npm i <path to this folder>/${tarball}`;
}
