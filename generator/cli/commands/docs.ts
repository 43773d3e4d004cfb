import { resolve } from "node:path";
import { Command } from "commander";
import { loadConfig } from "../../config/load.js";
import type { Model } from "../../model/types/index.js";
import { interruptible } from "../support/interrupt.js";
import { bold, complainOf, progress, say, type Verbosity } from "../support/output.js";
import { choose, type SharedOptions } from "../support/projects.js";
import { readSide, type SideProject } from "../support/sides.js";

interface DocsOptions extends SharedOptions, Verbosity {
  readonly project?: string;
  readonly output: string;
  readonly since?: string;
  readonly force?: boolean;
}

export function docsCommand(): Command {
  return new Command("docs")
    .description("write a reference of static pages: HTML and Markdown, with samples")
    .argument("[document]", "an OpenAPI document; the project's own when left out")
    .option("-o, --output <folder>", "where to write it", "docs")
    .option("--project <name>", "the project whose overlays and conventions apply")
    .option("--since <old>", "tell what has changed since a document, or git:REVISION")
    .option("--force", "overwrite files that Unfold has not written")
    .option("--json", "say what was done as JSON")
    .option("-q, --quiet", "say nothing but warnings and errors")
    .addHelpText(
      "after",
      `
The pages need no server and nothing from elsewhere: open index.html.

Examples:
  unfold docs -o dist/docs              # the project of the configuration
  unfold docs api.yaml -o docs          # one document, no configuration
  unfold docs --since git:v1.2.0        # with a page of what has changed`,
    )
    .action(async (document: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<DocsOptions>();
      const interruption = interruptible();
      try {
        await documentOne(document, options, interruption.signal);
      } finally {
        interruption.end();
      }
    });
}

async function documentOne(
  document: string | undefined,
  options: DocsOptions,
  signal: AbortSignal,
): Promise<void> {
  const start = performance.now();
  // The earlier document is read as this one is: through the same project, or both as they are.
  const name = await projectName(document, options);
  const { project, run } = await readSide(document, name, options, async (side) => side);
  const line = progress(options);
  try {
    const since =
      options.since === undefined
        ? undefined
        : await readSide(options.since, name, options, modelOf);
    const { writeDocs } = await import("../../run/docs.js");
    const documented = await writeDocs(project, resolve(options.output), {
      ...run,
      signal,
      since,
      force: options.force === true,
      onStep: (step) => line.show(`${project.name}: ${step}`),
    });
    line.done();
    const { operations, schemas, report, warnings } = documented;
    complainOf(warnings, options);
    const seconds = (performance.now() - start) / 1000;
    if (options.json === true) {
      say(
        JSON.stringify({
          project: project.name,
          operations,
          schemas,
          ...report,
          warnings,
          seconds,
        }),
      );
    } else if (options.quiet !== true) {
      const { written, unchanged, removed } = report;
      say(
        `${bold(project.name)}: ${operations} operations, ${schemas} schemas; ` +
          `${written} files written, ${unchanged} unchanged, ${removed} removed; ${seconds.toFixed(1)} s`,
      );
    }
  } finally {
    line.done();
  }
}

/** Undefined for a document that is read without a project. */
async function projectName(
  document: string | undefined,
  options: DocsOptions,
): Promise<string | undefined> {
  if (document !== undefined || options.project !== undefined) return options.project;
  const { config } = await loadConfig(process.cwd(), options.config);
  return choose(config.projects, undefined).name;
}

async function modelOf({ project, run }: SideProject): Promise<Model> {
  const { readModel } = await import("../../run/read-model.js");
  return (await readModel(project, run)).model;
}
