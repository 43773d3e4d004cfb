import { structuredPatch } from "diff";

const CONTEXT_LINES = 2;
const MOST_LINES = 24;

/** The first hunk of a unified diff, cut where it grows long. */
export function firstHunk(path: string, before: string, after: string): string {
  const { hunks } = structuredPatch(path, path, before, after, "", "", { context: CONTEXT_LINES });
  const [hunk] = hunks;
  if (hunk === undefined) return "";
  const { oldStart, oldLines, newStart, newLines, lines } = hunk;
  const more = lines.length > MOST_LINES ? [`… ${lines.length - MOST_LINES} lines more`] : [];
  return [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines.slice(0, MOST_LINES),
    ...more,
  ].join("\n");
}
