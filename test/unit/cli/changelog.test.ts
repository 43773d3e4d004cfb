/** A changelog that has each entry once. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withEntry } from "../../../generator/cli/support/changelog.js";

const entry = {
  title: "1.1.0",
  date: "2026-01-31",
  body: "1 breaking.\n\n### Breaking\n\n- More.",
};
const MADE = `## 1.1.0 (2026-01-31)\n\n${entry.body}\n`;

describe("an entry", () => {
  it.each([
    ["of a new file", "# Changelog\n", `# Changelog\n\n${MADE}`],
    ["of an empty file", "", MADE],
    [
      "above the others",
      "# Changelog\n\nText.\n\n## 1.0.0\n\n- First.\n",
      `# Changelog\n\nText.\n\n${MADE}\n## 1.0.0\n\n- First.\n`,
    ],
    [
      "in that of its version",
      "# Changelog\n\n## 1.1.0 (2026-01-01)\n\n- Before.\n\n## 1.0.0\n",
      `# Changelog\n\n## 1.1.0 (2026-01-01)\n\n- Before.\n\n${entry.body}\n\n## 1.0.0\n`,
    ],
    [
      "in that of its version, as others write it",
      "## [1.1.0] - 2026-01-01\n\n- Before.\n",
      `## [1.1.0] - 2026-01-01\n\n- Before.\n\n${entry.body}\n`,
    ],
    ["that is there already", `# Changelog\n\n${MADE}`, `# Changelog\n\n${MADE}`],
    [
      "with the ends of lines of the file",
      "# C\r\n\r\n## 1\r\n",
      `# C\n\n${MADE}\n## 1\n`.replaceAll("\n", "\r\n"),
    ],
  ])("%s", (_, before, after) => {
    expect(withEntry(before, entry)).toBe(after);
  });

  const line = fc.constantFrom(
    "",
    "text",
    "- item",
    "### Breaking",
    "## 1.0.0",
    "## 1.1.0",
    "# Title",
  );
  it("is never written twice, and nothing that was there is lost", () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join("\n");
        const once = withEntry(text, entry);
        expect(withEntry(once, entry)).toBe(once);
        for (const kept of lines) expect(once).toContain(kept);
        expect(once.split(entry.body)).toHaveLength(2);
      }),
    );
  });
});
