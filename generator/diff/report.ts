/** A comparison's result as text, JSON, a changelog, or annotations of a GitHub workflow. */
import type { Change, DiffReport } from "./index.js";
import type { Bump } from "./rules/rules.js";

export const DIFF_FORMATS = ["text", "json", "markdown", "github"] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** A report, and the project it is about, where there is one. */
export interface ProjectReport extends DiffReport {
  readonly project?: string;
}

/** One report as it is, several each under its project's name; JSON always lists them. */
export function formatDiffs(reports: readonly ProjectReport[], format: DiffFormat): string {
  if (format === "json") return JSON.stringify({ projects: reports }, null, 2);
  const texts = reports.map((report) => formatDiff(report, format));
  if (texts.length === 1 || format === "github") return texts.filter(Boolean).join("\n");
  const titled = reports.map(({ project = "" }, n) =>
    format === "markdown" ? `## ${project}\n\n${texts[n]}` : `${project}:\n${texts[n]}`,
  );
  return titled.join("\n\n");
}

export function formatDiff(report: DiffReport, format: DiffFormat): string {
  switch (format) {
    case "text":
      return text(report);
    case "json":
      return JSON.stringify(report, null, 2);
    case "markdown":
      return markdown(report);
    case "github":
      return report.changes.map(annotation).join("\n");
  }
}

const BUMPS: readonly Bump[] = ["major", "minor", "patch"];
const LEVELS: readonly Bump[] = [...BUMPS, "none"];

/** `3 major, 12 minor, 1 patch: the next version is a major one`. */
export function summarize({ bump, changes }: DiffReport): string {
  if (changes.length === 0) return "nothing has changed";
  const counts = BUMPS.map((level) => [
    level,
    changes.filter((change) => change.bump === level).length,
  ]);
  const told = counts
    .filter(([, count]) => count !== 0)
    .map(([level, count]) => `${count} ${level}`);
  const next = bump === "none" ? "no new version is needed" : `the next version is a ${bump} one`;
  return `${told.join(", ") || "no change that matters"}: ${next}`;
}

function text(report: DiffReport): string {
  const lines = bySeverity(report).map((change) => {
    const { bump, rule, wire, types, symbol, pointer } = change;
    return `${bump.padEnd(5)} ${rule}  ${symbol}${detail(change)}\n      wire: ${wire}, types: ${types}, at #${pointer}`;
  });
  return [...lines, summarize(report)].join("\n");
}

function bySeverity({ changes }: DiffReport): readonly Change[] {
  return LEVELS.flatMap((bump) => changes.filter((change) => change.bump === bump));
}

function detail({ before, after }: Change): string {
  if (before === undefined && after === undefined) return "";
  if (before === undefined) return `: + ${after}`;
  return after === undefined ? `: - ${before}` : `: ${before} → ${after}`;
}

const TITLES: Readonly<Record<Bump, string>> = {
  major: "Breaking",
  minor: "Added",
  patch: "Documented",
  none: "Without effect",
};

function markdown(report: DiffReport): string {
  const sections = LEVELS.flatMap((bump) => {
    const changes = report.changes.filter((change) => change.bump === bump);
    if (changes.length === 0) return [];
    const items = changes.map((change) => {
      const { symbol, rule } = change;
      const shown = code(detail(change).slice(2));
      return `- ${code(symbol)}: ${[rule.replaceAll("-", " "), shown, axis(change)].filter(Boolean).join(" ")}`;
    });
    return [`### ${TITLES[bump]}`, "", ...items, ""];
  });
  return [...sections, `${summarize(report)}.`].join("\n");
}

/** Which of the two a breaking change breaks, where it is only one. */
function axis({ bump, wire, types }: Change): string {
  if (bump !== "major") return "";
  if (wire !== "breaking") return "(types only)";
  return types === "major" ? "" : "(on the wire only)";
}

/** Inline code of Markdown around text that may hold backticks. */
function code(value: string): string {
  if (value === "") return "";
  const fence = "`".repeat(Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return `${fence}${fence.length > 1 ? ` ${value} ` : value}${fence}`;
}

function annotation(change: Change): string {
  const level = change.bump === "major" ? "error" : change.bump === "minor" ? "warning" : "notice";
  const message = `${change.symbol}${detail(change)} (#${change.pointer})`;
  const escape = (value: string): string =>
    value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  return `::${level} title=${escape(change.rule)}::${escape(message)}`;
}
