/** Annotations of a GitHub workflow: errors first, no more than GitHub shows, and how many are left out. */
import { commandData, commandProperty } from "../../encode/github.js";
import type { Location } from "../../support/diagnostic.js";
import type { Change, DiffReport } from "../index.js";
import { type Entry, entriesOf, isDocumentation } from "./entries.js";
import { itemOf } from "./item.js";
import { type ReportOptions } from "./sections.js";
import { summarize } from "./summary.js";
import { placesText } from "./text.js";

/** Of each level in a step ("Workflow commands": 10 warning and 10 error annotations). */
const SHOWN = 10;

type Annotation = "error" | "warning" | "notice";

export type Locate = (pointer: string) => Location;

export function githubOf(
  report: DiffReport,
  options: ReportOptions,
  locate: Locate | undefined,
): string {
  const shown =
    options.docs === true
      ? report.changes
      : report.changes.filter((change) => !isDocumentation(change));
  const entries = entriesOf(shown);
  const lines = (["error", "warning", "notice"] as const).flatMap((kind) => {
    const own = entries.filter((entry) => annotationOf(entry) === kind);
    const rest = own.length - SHOWN;
    // The last one says how many there are besides.
    const most = rest > 0 ? SHOWN - 1 : SHOWN;
    const told = own.slice(0, most).map((entry) => annotate(entry, kind, locate));
    return rest > 0
      ? [
          ...told,
          `::${kind} title=${commandProperty(`${rest + 1} more`)}::${commandData(summarize(report))}`,
        ]
      : told;
  });
  return lines.join("\n");
}

function annotationOf({ bump, level }: Entry): Annotation {
  if (bump === "major") return "error";
  return level === "exhaustive" ? "warning" : "notice";
}

function annotate(entry: Entry, kind: Annotation, locate: Locate | undefined): string {
  const { name, detail, renamed, places, more } = itemOf(entry);
  const [first] = entry.changes;
  const text = [name, renamed === "" ? detail : `renamed to ${renamed}`].filter(Boolean).join(": ");
  const where = places.length === 0 ? "" : ` at ${placesText(places, more)}`;
  const place = first === undefined ? "" : placeOf(first, locate);
  return `::${kind} ${place}title=${commandProperty(entry.rule)}::${commandData(`${text}${where} (#${first?.pointer ?? ""})`)}`;
}

/** `file=…,line=…,`; nothing where the document is not a file of the repository. */
function placeOf({ pointer }: Change, locate: Locate | undefined): string {
  const { file, line, column } = locate?.(pointer) ?? { file: "" };
  if (file === "" || /^(?:https?|npm):/.test(file)) return "";
  const numbers = [
    line === undefined ? "" : `,line=${line}`,
    column === undefined ? "" : `,col=${column}`,
  ];
  return `file=${commandProperty(file)}${numbers.join("")},`;
}
