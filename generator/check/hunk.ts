import { structuredPatch } from "diff";

const CONTEXT_LINES = 2;
const MOST_LINES = 40;

/** The hunks of a unified diff; where they grow long, the first lines and how many follow. */
export function hunksText(path: string, before: string, after: string): string {
  const { hunks } = structuredPatch(path, path, before, after, "", "", { context: CONTEXT_LINES });
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: own }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...own,
  ]);
  const left = lines.slice(MOST_LINES);
  if (left.length === 0) return lines.join("\n");
  const whole = left.filter((line) => line.startsWith("@@ ")).length;
  const more = whole === 0 ? "" : `, ${whole} more ${whole === 1 ? "hunk" : "hunks"} among them`;
  return [...lines.slice(0, MOST_LINES), `… ${left.length} lines more${more}`].join("\n");
}
