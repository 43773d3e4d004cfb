import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command, Option } from "commander";
import { ENUM_RULES, type EnumRule, type Project } from "../../config/index.js";
import type { DiffReport } from "../../diff/index.js";
import { releaseNotes, summarize } from "../../diff/report/index.js";
import { nextVersion } from "../../diff/rules/version.js";
import { generate, type Generated } from "../../run/generate.js";
import type { RunOptions } from "../../support/run-options.js";
import { clientDependencies } from "../../support/package-root.js";
import { replaceFiles } from "../../support/replace-files.js";
import { withEntry } from "../support/changelog.js";
import { needsLine } from "../support/needs.js";
import { type StrictEnums, strictEnumsOption } from "../support/strict-enums.js";
import { exitCode } from "../support/exit.js";
import { interruptible } from "../support/interrupt.js";
import { bold, complainOf, progress, say, type Verbosity } from "../support/output.js";
import {
  selectProjects,
  type SelectorOptions,
  type SharedOptions,
  withSelectors,
} from "../support/projects.js";

interface GenerateOptions extends SharedOptions, SelectorOptions, StrictEnums, Verbosity {
  readonly output?: string;
  readonly force?: boolean;
  readonly watch?: boolean;
  readonly changelog?: string;
  readonly enums?: EnumRule;
}

export function generateCommand(): Command {
  return withSelectors(new Command("generate"))
    .description("write the client")
    .argument("[document]", "an OpenAPI document, instead of the configuration's projects")
    .option("-o, --output <folder>", "where to write it")
    .option("--force", "overwrite files that Unfold has not written")
    .option("--watch", "generate again whenever an input changes")
    .option("--changelog <file>", "put what has changed at the top of a changelog")
    .addOption(
      new Option("--enums <rule>", "which enums take values that they do not list").choices(
        ENUM_RULES,
      ),
    )
    .addOption(strictEnumsOption())
    .option("--json", "say what was done as JSON, one object a project")
    .option("-q, --quiet", "say nothing but warnings and errors")
    .addHelpText(
      "after",
      `
Examples:
  unfold generate                      # every project of the configuration
  unfold generate api.yaml -o client   # one document, no configuration
  unfold generate api.yaml -o client --include tag:pets --exclude deprecated
  unfold generate --watch`,
    )
    .action(async (document: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<GenerateOptions>();
      const { projects, run } = await selectProjects(options, document, options.output);
      const interruption = interruptible();
      try {
        await generateAll(projects, { ...run, signal: interruption.signal }, options);
      } finally {
        interruption.end();
      }
    });
}

async function generateAll(
  projects: readonly Project[],
  run: RunOptions & { readonly signal: AbortSignal },
  options: GenerateOptions,
): Promise<void> {
  const { cwd, signal } = run;
  if (options.watch === true) {
    const { watchProjects } = await import("./watch.js");
    await watchProjects(projects, {
      cwd,
      signal,
      run: (project) => generateOne(project, run, options),
    });
    process.exitCode = exitCode(signal.reason);
    return;
  }
  for (const project of projects) {
    await generateOne(project, run, options);
    signal.throwIfAborted();
  }
}

async function generateOne(
  project: Project,
  run: RunOptions,
  options: GenerateOptions,
): Promise<Generated> {
  const start = performance.now();
  const line = progress(options);
  try {
    const generated = await generate(project, {
      ...run,
      force: options.force === true,
      strictEnums: options.strictEnums === true,
      onStep: (step) => line.show(`${project.name}: ${step}`),
    });
    line.done();
    complainOf(generated.warnings, options);
    const seconds = (performance.now() - start) / 1000;
    if (options.json === true) say(JSON.stringify(asJson(project.name, generated, seconds)));
    else if (options.quiet !== true) {
      say(summary(project.name, generated, seconds));
      if (generated.changes !== undefined) say(sinceLastRun(project, generated.changes));
      for (const line of nextLines(project, run.cwd, generated)) say(line);
    }
    if (options.changelog !== undefined && generated.changes !== undefined) {
      await addEntry(resolve(run.cwd, options.changelog), project, generated.changes);
    }
    return generated;
  } finally {
    line.done();
  }
}

/** `since the last run: 1 major: the next version is a major one (0.1.0 → 0.2.0)` */
function sinceLastRun({ package: info }: Project, changes: DiffReport): string {
  const next = info && nextVersion(info.version, changes.bump);
  const versions = info && next !== info.version ? ` (${info.version} → ${next})` : "";
  return `since the last run: ${summarize(changes)}${versions}`;
}

/** What is left to do: what has to be installed, and how the client is used where it was written for the first time. */
function nextLines({ output, package: info }: Project, cwd: string, done: Generated): string[] {
  const { written, unchanged, removed } = done.report;
  const isFirst = written > 0 && unchanged === 0 && removed === 0;
  // A package says by itself what it needs.
  if (info !== undefined) return isFirst ? ["Next: unfold pack, which builds its tarball"] : [];
  const needs = needsLine(resolve(cwd, output), clientDependencies);
  const readme = join(output, "README.md").replaceAll("\\", "/");
  return [
    ...(needs === undefined ? [] : [needs]),
    ...(isFirst && existsSync(resolve(cwd, readme))
      ? [`Next: ${readme} has a first call to copy`]
      : []),
  ];
}

async function addEntry(
  file: string,
  { name, package: info }: Project,
  changes: DiffReport,
): Promise<void> {
  if (changes.changes.length === 0) return;
  const text = await readFile(file, "utf8").catch(() => "# Changelog\n");
  const title = info === undefined ? name : nextVersion(info.version, changes.bump);
  const date = new Date().toISOString().slice(0, "2026-01-01".length);
  const whole = withEntry(text, { title, date, body: releaseNotes(changes) });
  if (whole !== text) await replaceFiles("the changelog", new Map([[file, whole]]));
}

function asJson(
  project: string,
  { operations, schemas, made, report, warnings, changes }: Generated,
  seconds: number,
) {
  return { project, operations, schemas, made, ...report, warnings, seconds, changes };
}

function summary(
  name: string,
  { operations, schemas, report }: Generated,
  seconds: number,
): string {
  const { written, unchanged, removed } = report;
  return (
    `${bold(name)}: ${operations} operations, ${schemas} schemas; ` +
    `${written} files written, ${unchanged} unchanged, ${removed} removed; ${seconds.toFixed(1)} s`
  );
}
