import { Command } from "commander";
import { format } from "../diagnostic.js";
import { generate, type Generated } from "../main.js";
import { selectProjects, type SharedOptions } from "./projects.js";

interface GenerateOptions extends SharedOptions {
  readonly output?: string;
}

export function generateCommand(): Command {
  return new Command("generate")
    .description("write the client")
    .argument("[document]", "an OpenAPI document, instead of the configuration's projects")
    .option("-o, --output <folder>", "where to write it")
    .addHelpText("after", "\nExamples:\n  unfold generate\n  unfold generate api.yaml -o client")
    .action(async (document: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GenerateOptions>();
      const { projects, run } = await selectProjects(options, document, options.output);
      for (const project of projects) {
        const start = performance.now();
        const generated = await generate(project, run);
        for (const warning of generated.warnings) process.stderr.write(`${format(warning)}\n`);
        process.stdout.write(summary(project.name, generated, performance.now() - start));
      }
    });
}

function summary(
  name: string,
  { operations, schemas, report }: Generated,
  milliseconds: number,
): string {
  const { written, unchanged, removed } = report;
  return (
    `${name}: ${operations} operations, ${schemas} schemas; ` +
    `${written} files written, ${unchanged} unchanged, ${removed} removed; ` +
    `${(milliseconds / 1000).toFixed(1)} s\n`
  );
}
