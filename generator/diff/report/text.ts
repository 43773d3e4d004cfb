/** For a terminal: each entry with its rule and with what stands behind its name. */
import type { DiffReport } from "../index.js";
import { type Item, itemOf } from "./item.js";
import { type ReportOptions, sectionsOf } from "./sections.js";
import { summarize } from "./summary.js";

export function textOf(report: DiffReport, options: ReportOptions): string {
  const lines = sectionsOf(report, options).flatMap(({ level, resources }) => [
    "",
    level,
    ...resources.flatMap(({ resource, kinds }) => [
      `  ${resource}`,
      ...kinds.flatMap(({ entries }) =>
        entries.flatMap((entry) => linesOf(itemOf(entry), entry.rule)),
      ),
    ]),
  ]);
  return [summarize(report), ...lines].join("\n");
}

function linesOf(
  { name, detail, renamed, places, more, behind, axis }: Item,
  rule: string,
): string[] {
  const told = renamed === "" ? detail : `renamed to ${renamed}`;
  const shown = [name, told].filter(Boolean).join(": ").replace(/\s+/g, " ");
  const where = places.length === 0 ? [] : [`      at ${placesText(places, more)}`];
  const behindIt = behind === "" ? [] : [`      ${behind}`];
  return [`    ${rule}  ${shown}${axis === "" ? "" : ` (${axis})`}`, ...where, ...behindIt];
}

export function placesText(places: readonly string[], more: number): string {
  return `${places.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
