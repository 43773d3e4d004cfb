/** A comparison's result as text, JSON, release notes, annotations of a GitHub workflow, or a page. */
import type { DiffReport } from "../index.js";
import { githubOf, type Locate } from "./github.js";
import { htmlOf } from "./html.js";
import { codeSpan, plainWords } from "../../encode/markdown.js";
import { markdownOf } from "./markdown.js";
import type { ReportOptions } from "./sections.js";
import { textOf } from "./text.js";

export type { ReportOptions } from "./sections.js";
export { summarize } from "./summary.js";

export const DIFF_FORMATS = ["text", "json", "markdown", "github", "html"] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** A report, and the project it is about, where there is one. */
export interface ProjectReport extends DiffReport {
  readonly project?: string;
}

export interface FormatOptions extends ReportOptions {
  /** Where in the new document of a report a pointer leads to. */
  readonly locate?: (report: ProjectReport) => Locate | undefined;
}

/** One report as it is, several each under its project's name; JSON always lists them. */
export function formatDiffs(
  reports: readonly ProjectReport[],
  format: DiffFormat,
  options: FormatOptions = {},
): string {
  switch (format) {
    case "json":
      return JSON.stringify({ projects: reports }, null, 2);
    case "html":
      return htmlOf(reports, options);
    case "github":
      return reports
        .map((report) => githubOf(report, options, options.locate?.(report)))
        .filter(Boolean)
        .join("\n");
    case "markdown":
      return reports
        .map((report) => `${heading(report)}\n\n${markdownOf(report, options)}`)
        .join("\n\n");
    case "text": {
      const [first, ...others] = reports.map((report) => textOf(report, options));
      if (others.length === 0) return first ?? "";
      return reports
        .map((report) => `${report.project ?? ""}:\n${textOf(report, options)}`)
        .join("\n\n");
    }
  }
}

/** `## Stripe API 2023-08-16 → 2024-04-10`: the project where it has a name, and the document's versions. */
function heading({ project, api }: ProjectReport): string {
  const title = plainWords(api.title || project || "Changes");
  const versions = api.before === api.after ? api.after : `${api.before} → ${api.after}`;
  const name = project === undefined || project === api.title ? "" : ` (${codeSpan(project)})`;
  return `## ${[title, plainWords(versions)].filter(Boolean).join(" ")}${name}`;
}

/** The body of a changelog's entry: release notes without a heading. */
export function releaseNotes(report: DiffReport): string {
  return markdownOf(report, {});
}
