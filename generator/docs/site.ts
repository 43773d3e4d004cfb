/** Model → every file of a reference, one page at a time. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { DiffReport } from "../diff/index.js";
import { readExamples } from "../examples/index.js";
import type { Model } from "../model/types/index.js";
import { escapeInvisible } from "../support/invisible.js";
import { packageRoot } from "../support/package-root.js";
import { expandGraph } from "./expand-graph.js";
import { createHtml } from "./html/index.js";
import { firstSentence } from "./html/parts/prose.js";
import { llmsText, pageMarkdown } from "./markdown/index.js";
import { createPages, siteOf } from "./pages/index.js";
import { createPlaces } from "./places/index.js";
import type { SampleSetting } from "./samples/index.js";
import { entryOf, type SearchEntry, searchFiles } from "./search/index.js";

export interface SiteInput {
  readonly model: Model;
  readonly changes: DiffReport | undefined;
  /** What relative links of descriptions are relative to. */
  readonly base: string | undefined;
  readonly samples: SampleSetting;
}

/** The folder of style and script. */
export const TEMPLATES = join(packageRoot, "templates", "docs");

/** Path in the site and text of each file. */
export function* siteFiles(input: SiteInput): Generator<readonly [path: string, text: string]> {
  const { model, changes, base, samples } = input;
  const places = createPlaces(model);
  const pages = { model, places, examples: readExamples(model), changes, setting: samples };
  const site = siteOf(pages);
  const render = createHtml(site, { base });
  const entries: SearchEntry[] = [];
  for (const page of createPages(pages)) {
    const { file, text, description } = render(page);
    yield [file, visible(text)];
    yield [file.replace(/\.html$/, ".md"), visible(pageMarkdown(page, site, base))];
    const entry = entryOf(page, entries.length, firstSentence(description));
    if (entry !== undefined) entries.push(entry);
  }
  const { documentation } = model;
  const told = documentation?.summary ?? documentation?.description;
  yield ["llms.txt", visible(llmsText(site, told, base))];
  const search = searchFiles(entries);
  yield* search;
  const graph = expandGraph(model, places.schemas);
  if (graph !== undefined) yield ["expand.js", graph];
  yield ["search-lib.js", searchLibrary([...search.keys()])];
  for (const name of ["style.css", "page.js"]) {
    yield [name, readFileSync(join(TEMPLATES, name), "utf8")];
  }
}

/** Nothing in a page reorders or hides what is read. */
function visible(text: string): string {
  // Nearly all pages hold nothing else, and to look closely takes long.
  if (!/[^\x20-\x7e\n\u00a0·…–—‘’“”→]/.test(text)) return text;
  const plain = text.replaceAll(/\r\n?/g, "\n").replaceAll("\t", "    ").replaceAll("\u00ad", "");
  return escapeInvisible(plain, true);
}

/** The library, loaded with the parts of the index by the first search. */
function searchLibrary(parts: readonly string[]): string {
  const own = createRequire(import.meta.url).resolve("minisearch");
  const file = join(dirname(own), "..", "umd", "index.js");
  const library = readFileSync(file, "utf8").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
  return `${library}\nunfoldSearch.parts(${JSON.stringify(parts)});\n`;
}
