import { Command } from "commander";
import { format } from "../../support/diagnostic.js";
import type { Operation } from "../../model/types/index.js";
import { complain, say } from "../support/output.js";
import {
  selectProjects,
  type SelectorOptions,
  type SharedOptions,
  withSelectors,
} from "../support/projects.js";

interface ListOptions extends SharedOptions, SelectorOptions {
  readonly json?: boolean;
}

export function listCommand(): Command {
  return withSelectors(new Command("list"))
    .description("list the operations of the projects, or of a document")
    .argument("[document]", "an OpenAPI document, instead of the configuration's projects")
    .option("--json", "as JSON")
    .addHelpText("after", "\nExamples:\n  unfold list\n  unfold list api.yaml --json")
    .action(async (document: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const { projects, run } = await selectProjects(options, document, document && "client");
      const { readModel } = await import("../../run/read-model.js");
      for (const project of projects) {
        const { model, warnings } = await readModel(project, run);
        for (const warning of warnings) complain(format(warning));
        if (options.json === true) {
          say(JSON.stringify({ project: project.name, operations: model.operations.map(entry) }));
        } else {
          say(table(model.operations));
        }
      }
    });
}

interface Entry {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly deprecated: boolean;
}

function entry({ name, method, path, deprecated }: Operation): Entry {
  return { name, method, path, deprecated };
}

function table(operations: readonly Operation[]): string {
  const width = Math.max(0, ...operations.map(({ name }) => name.length));
  return operations
    .map(({ name, method, path, deprecated }) => {
      const note = deprecated ? "  (deprecated)" : "";
      return `${name.padEnd(width)}  ${method.padEnd(6)} ${path}${note}`;
    })
    .join("\n");
}
