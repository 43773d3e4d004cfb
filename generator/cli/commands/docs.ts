import { Command } from "commander";
import type { Project } from "../../config/index.js";
import { loadConfig } from "../../config/load.js";
import type { Model } from "../../model/types/index.js";
import { format } from "../../support/diagnostic.js";
import type { RunOptions } from "../../support/run-options.js";
import { interruptible } from "../support/interrupt.js";
import { colours, complain, progress, say, type Verbosity } from "../support/output.js";
import { choose, type SharedOptions } from "../support/projects.js";
import { documentModel, type SourceOptions } from "../support/source.js";

interface DocsOptions extends SharedOptions, Verbosity, SourceOptions {
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
  const { project, run } = await projectOf(document, options);
  const line = progress(options);
  try {
    // The earlier document is read as this one is: both through the project, or neither.
    const side = document === undefined ? { ...options, project: project.name } : options;
    const since = await earlier(side);
    const { writeDocs } = await import("../../run/docs.js");
    const { resolve } = await import("node:path");
    const documented = await writeDocs(project, resolve(options.output), {
      ...run,
      signal,
      since,
      force: options.force === true,
      onStep: (step) => line.show(`${project.name}: ${step}`),
    });
    line.done();
    const { operations, schemas, report, warnings } = documented;
    for (const warning of warnings) complain(format(warning));
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
        `${colours.bold(project.name)}: ${operations} operations, ${schemas} schemas; ` +
          `${written} files written, ${unchanged} unchanged, ${removed} removed; ${seconds.toFixed(1)} s`,
      );
    }
  } finally {
    line.done();
  }
}

async function projectOf(
  document: string | undefined,
  options: DocsOptions,
): Promise<{ readonly project: Project; readonly run: RunOptions }> {
  const run = { strict: options.strict === true, allowRemote: options.allowRemote === true };
  if (document !== undefined && options.project === undefined) {
    const project = { name: document, document, output: "client" };
    return { project, run: { ...run, cwd: process.cwd() } };
  }
  const { config, cwd } = await loadConfig(process.cwd(), options.config);
  const own = choose(config.projects, options.project);
  const project = document === undefined ? own : { ...own, document };
  return { project, run: { ...run, cwd } };
}

async function earlier(options: DocsOptions): Promise<Model | undefined> {
  return options.since === undefined ? undefined : documentModel(options.since, options);
}
