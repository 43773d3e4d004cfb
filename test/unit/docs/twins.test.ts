/** The Markdown twin of a page says what the page says: every word that people read there is in it. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Project } from "../../../generator/config/index.js";
import { decodeEntities } from "../../../generator/encode/entities.js";
import { HARBOUR } from "../../feature/dialects/harbour/project.js";
import { siteOf } from "../../support/docs/site.js";

const FIXTURES = fileURLToPath(new URL("../../fixtures", import.meta.url));

const PROJECTS: readonly Project[] = [
  { name: "library", document: "library.yaml", output: "client" },
  { name: "media", document: "media.yaml", output: "client", docsBase: "https://studio.test" },
  { name: "places", document: "places.yaml", output: "client" },
  HARBOUR,
];

/** What the page says of itself: labels, counts of what is folded, buttons. */
const LABELS = new Set(
  "Request alternatives more below properties property of Sample Path parameters One values Example".split(
    " ",
  ),
);

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}$_{][\p{L}\p{N}$_{}.:/#-]*/gu) ?? []).map((word) =>
    word.replace(/[.:]+$/, ""),
  );
}

/** The text of `main` and nothing else. */
function readIn(html: string): string {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return decoded(
    main.replaceAll(/<code hidden[\s\S]*?<\/code>/g, "").replaceAll(/<summary>\d+|<[^>]*>/g, " "),
  );
}

function decoded(html: string): string {
  return decodeEntities(
    html.replaceAll(/&#(x?)([\da-f]+);/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex === "" ? 10 : 16)),
    ),
  );
}

/** Markup that stands inside of words: what is escaped, and code. */
function readInMarkdown(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll(/[`*]/g, "");
}

describe.each(PROJECTS)("the Markdown of $name", (project) => {
  it("says what each page says", async () => {
    const files = (await siteOf(project, join(FIXTURES))).files();
    const pages = [...files].filter(([path]) => path.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(5);
    for (const [path, html] of pages) {
      // The page of the whole lists all operations; so does llms.txt.
      const more = path === "index.html" ? (files.get("llms.txt") ?? "") : "";
      const twin = readInMarkdown(`${files.get(path.replace(/html$/, "md")) ?? ""}${more}`);
      const known = new Set(wordsOf(twin));
      const missing = wordsOf(readIn(html)).filter(
        (word) => !known.has(word) && !LABELS.has(word) && !twin.includes(word),
      );
      expect([path, missing]).toEqual([path, []]);
    }
  });
});
