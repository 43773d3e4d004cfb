/** What `check` found, in the format that was asked for. */
import { commandData, commandProperty } from "../../encode/github.js";
import { shellWord } from "../../encode/shell.js";
import type { Comparison, Drift } from "../../check/index.js";
import type { Diagnostic } from "../../support/diagnostic.js";
import type { Cause } from "../../check/cause.js";
import { format as formatDiagnostic } from "../../support/diagnostic.js";

export const FORMATS = ["text", "json", "github", "junit"] as const;
export type Format = (typeof FORMATS)[number];

/** One project: either its drift, or why it could not be examined. */
export interface Examined extends Comparison {
  readonly project: string;
  /** The output folder, relative to the working directory. */
  readonly output: string;
  readonly error?: Diagnostic;
}

export const FIX = "unfold generate";

export function formatCheck(examined: readonly Examined[], format: Format): string {
  switch (format) {
    case "text":
      return examined.map(text).join("\n");
    case "json":
      return JSON.stringify({ projects: examined.map(withFix) }, null, 2);
    case "github":
      return examined.flatMap(annotations).join("\n");
    case "junit":
      return junit(examined);
  }
}

function withFix(result: Examined): object {
  const { output, drift } = result;
  return { ...result, drift: drift.map((one) => ({ ...one, fix: fixOf(output, one) })) };
}

/** The command that fixes it. `generate` deletes nothing that Unfold has not written. */
function fixOf(output: string, { kind, path, causes }: Drift): string {
  const isForeign = kind === "unexpected" && causes.includes("hand-edit");
  return isForeign ? `rm ${shellWord(`${output}/${path}`)}` : FIX;
}

function text({ project, output, drift, changed, error }: Examined): string {
  if (error !== undefined) return `${project}: not examined\n${formatDiagnostic(error)}`;
  if (drift.length === 0) return `${project}: fresh`;
  const files = drift.map(({ kind, path, causes, hunk }) => {
    const why =
      kind === "hand-edited" ? "" : ` (${causes.map((cause) => wordFor(kind, cause)).join(", ")})`;
    const line = `  ${kind.padEnd(11)} ${path}${why}`;
    return hunk === undefined ? line : `${line}\n${hunk.replace(/^/gm, "    ")}`;
  });
  const count = drift.length === 1 ? "1 file is" : `${drift.length} files are`;
  const heading = `${project}: ${count} not what the generator makes`;
  const since = changed.map(({ cause, path }) => `${cause} ${path}`);
  return [
    heading,
    ...(since.length === 0 ? [] : [`Changed since they were written: ${since.join(", ")}`]),
    ...files,
    ...[...new Set(drift.map((one) => fixOf(output, one)))].map((fix) => `To fix it: ${fix}`),
  ].join("\n");
}

function wordFor(kind: Drift["kind"], cause: Cause): string {
  if (cause !== "hand-edit") return cause;
  return kind === "missing" ? "deleted" : "not written by Unfold";
}

/** Workflow commands of GitHub Actions: one annotation a file. */
function annotations({ project, output, drift, error }: Examined): string[] {
  if (error !== undefined) {
    const { file = "", line } = error.location ?? {};
    const place = [
      `file=${commandProperty(file)}`,
      ...(line === undefined ? [] : [`line=${line}`]),
    ];
    return [`::error ${place.join(",")}::${commandData(`${project}: ${error.message}`)}`];
  }
  return drift.map((one) => {
    const { kind, path, causes, hunk = "" } = one;
    const fix = fixOf(output, one);
    const words = `${project}: ${kind} (${causes.join(", ")}). To fix it: ${fix}\n${hunk}`;
    return `::error file=${commandProperty(`${output}/${path}`)}::${commandData(words.trimEnd())}`;
  });
}

/** One test suite a project, one failing case a file; a fresh project is one passing case. */
function junit(examined: readonly Examined[]): string {
  const suites = examined.map(({ project, output, drift, error }) => {
    const name = xml(project);
    if (error !== undefined) {
      const inner = `<error message="${xml(error.message)}">${xml(formatDiagnostic(error))}</error>`;
      return suite(name, 1, 0, 1, [
        `<testcase classname="${name}" name="check">${inner}</testcase>`,
      ]);
    }
    if (drift.length === 0) {
      return suite(name, 1, 0, 0, [`<testcase classname="${name}" name="fresh"/>`]);
    }
    const cases = drift.map((one) => {
      const { kind, path, causes, hunk = "" } = one;
      const words = xml(`${kind} (${causes.join(", ")}). To fix it: ${fixOf(output, one)}`);
      const failure = `<failure message="${words}">${xml(hunk)}</failure>`;
      return `<testcase classname="${name}" name="${xml(path)}">${failure}</testcase>`;
    });
    return suite(name, drift.length, drift.length, 0, cases);
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<testsuites>",
    ...suites,
    "</testsuites>",
  ].join("\n");
}

function suite(
  name: string,
  tests: number,
  failures: number,
  errors: number,
  cases: string[],
): string {
  const counts = `tests="${tests}" failures="${failures}" errors="${errors}"`;
  return `<testsuite name="${name}" ${counts}>\n${cases.join("\n")}\n</testsuite>`;
}

/** Text of XML 1.0: markup escaped, characters that it does not allow left out. */
function xml(value: string): string {
  const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return value
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (character) => escapes[character] ?? "");
}
