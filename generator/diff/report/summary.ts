/** The verdict in a line. */
import type { DiffReport } from "../index.js";
import { isDocumentation } from "./entries.js";

/** `3 breaking, 2 exhaustive, 12 compatible, 1 of documentation: the next version is a major one`. */
export function summarize({ bump, changes }: DiffReport): string {
  if (changes.length === 0) return "nothing has changed";
  const counts = { breaking: 0, exhaustive: 0, compatible: 0, "of documentation": 0 };
  for (const change of changes) {
    counts[isDocumentation(change) ? "of documentation" : change.level] += 1;
  }
  const told = Object.entries(counts).flatMap(([what, n]) => (n === 0 ? [] : [`${n} ${what}`]));
  const next = bump === "none" ? "no new version is needed" : `the next version is a ${bump} one`;
  return `${told.join(", ")}: ${next}`;
}
