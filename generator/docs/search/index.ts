/** The search index as scripts: what is loaded from a disk cannot be fetched. */
import MiniSearch from "minisearch";
import { escapeInvisible } from "../../support/invisible.js";
import type { Page } from "../pages/index.js";

export interface SearchEntry {
  readonly id: number;
  readonly title: string;
  /** The id in the document, method and path; the words of identifiers apart. */
  readonly names: string;
  readonly words: string;
  readonly file: string;
  readonly kind: string;
  readonly note: string;
}

/** Entries of one part; a larger index takes long to read. */
const PART = 4000;

/** What the browser makes its own index with: `page.js` has the same. */
export const FIELDS = ["title", "names", "words"];
export const STORED = ["title", "file", "kind", "note"];

export function entryOf(page: Page, id: number, words: string): SearchEntry | undefined {
  if (page.kind === "operation") {
    const { link, operationId, functionName } = page;
    const names = `${operationId} ${functionName} ${link.path} ${apart(`${operationId} ${link.text} ${link.path}`)}`;
    const note = escapeInvisible(`${link.method} ${link.path}`);
    return { id, title: link.text, names, words, file: link.file, kind: "operation", note };
  }
  if (page.kind === "schema") {
    const { link, key } = page;
    const names = `${key} ${apart(`${key} ${link.text}`)}`;
    return {
      id,
      title: link.text,
      names,
      words,
      file: link.file,
      kind: "schema",
      note: escapeInvisible(key),
    };
  }
  return undefined;
}

/** `postCheckoutSessions` is also found by `checkout`. */
function apart(text: string): string {
  return text.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll(/[^\p{L}\p{N}]+/gu, " ");
}

/** File → text: each part calls a function of `page.js`. */
export function searchFiles(entries: readonly SearchEntry[]): Map<string, string> {
  const files = new Map<string, string>();
  for (let n = 0; n === 0 || n * PART < entries.length; n++) {
    const index = new MiniSearch<SearchEntry>({ fields: FIELDS, storeFields: STORED });
    index.addAll(entries.slice(n * PART, (n + 1) * PART));
    const call = `unfoldSearch.add(${scriptText(JSON.stringify(index))});\n`;
    files.set(n === 0 ? "search.js" : `search-${n + 1}.js`, call);
  }
  return files;
}

/** JSON as an expression of a script (ECMA-262 allows what JSON has but for line separators of old). */
export function scriptText(json: string): string {
  return json.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
