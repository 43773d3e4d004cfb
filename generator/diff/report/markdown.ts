/** Release notes: by level, a list for each resource. */
import { codeSpan, plainWords } from "../../encode/markdown.js";
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
        ? [`- **${plainWords(resource)}**: ${kinds.map(inline).join("; ")}`]
        : [`- **${plainWords(resource)}**`, ...kinds.map((kind) => `  - ${inline(kind)}`)],
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
    renamed === ""
      ? isTelling(entry) && detail !== ""
        ? codeSpan(detail)
        : ""
      : `renamed to ${codeSpan(renamed)}`,
    places.length === 0
      ? ""
      : `in ${places.map(codeSpan).join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    axis,
  ].filter(Boolean);
  return `${codeSpan(name)}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
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
