/** Release notes: by level, a list for each resource. */
import type { DiffReport } from "../index.js";
import type { Level } from "../rules/rules.js";
import type { Entry } from "./entries.js";
import { itemOf } from "./item.js";
import { type KindSection, type ReportOptions, sectionsOf } from "./sections.js";
import { summarize } from "./summary.js";

const TITLES: Readonly<Record<Level, string>> = {
  breaking: "Breaking",
  exhaustive: "Breaking only where all cases are listed",
  compatible: "Compatible",
};

/** Without a title of its own: it stands under that of a version or of a project. */
export function markdownOf(report: DiffReport, options: ReportOptions): string {
  const sections = sectionsOf(report, options).flatMap(({ level, resources }) => [
    "",
    `### ${TITLES[level]}`,
    "",
    ...resources.flatMap(({ resource, kinds }) =>
      level === "compatible"
        ? [`- **${plain(resource)}**: ${kinds.map(inline).join("; ")}`]
        : [`- **${plain(resource)}**`, ...kinds.map((kind) => `  - ${inline(kind)}`)],
    ),
  ]);
  return [`${sentence(summarize(report))}.`, ...sections].join("\n");
}

/** How many entries of one kind are named; all of what breaks. */
const NAMED = 12;

function inline({ kind, entries }: KindSection): string {
  const most = entries.every(({ level }) => level === "compatible") ? NAMED : entries.length;
  const named = entries.slice(0, most).map(entryText);
  const rest = entries.length - named.length;
  return `${kind}: ${named.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function entryText(entry: Entry): string {
  const { name, detail, renamed, places, more, axis } = itemOf(entry);
  const notes = [
    renamed === "" ? (isTelling(entry) ? code(detail) : "") : `renamed to ${code(renamed)}`,
    places.length === 0
      ? ""
      : `in ${places.map(code).join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    axis,
  ].filter(Boolean);
  return `${code(name)}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
}

/** The type of a new property is not told in a list of names. */
function isTelling({ rule, level }: Entry): boolean {
  return (
    !/-property-(?:added|removed)$|^(?:schema|operation|method)-(?:added|removed)$/.test(rule) ||
    level === "breaking"
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Inline code of Markdown around text that may hold backticks. */
export function code(value: string): string {
  if (value === "") return "";
  const text = value.replace(/\s+/g, " ");
  const fence = "`".repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length)) + 1);
  return `${fence}${fence.length > 1 ? ` ${text} ` : text}${fence}`;
}

/** Text in which nothing means anything to Markdown. */
export function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+!|&~-]/g, "\\$&");
}
