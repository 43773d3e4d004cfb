/** A changelog with one entry more. */

export interface Entry {
  /** The version, or what else the entry is called. */
  readonly title: string;
  /** ISO 8601: `2026-01-31`. */
  readonly date: string;
  /** Markdown without headings of the first and second level. */
  readonly body: string;
}

/**
 * Puts an entry before all others, below the changelog's title. A version that has an entry already, as it is not
 * released yet, gets what is new at the end of it; an entry that holds the text is left as it is.
 *
 * @example withEntry("# Changelog\n", { title: "1.1.0", date: "2026-01-31", body: "- More." })
 */
export function withEntry(changelog: string, { title, date, body }: Entry): string {
  const entries = changelog.replaceAll("\r\n", "\n").split(/^(?=## )/m);
  const head = entries[0]?.startsWith("## ") === true ? "" : (entries.shift() ?? "");
  const known = entries.findIndex((entry) => titleOf(entry) === title);
  const entry = entries[known];
  if (entry === undefined) {
    const made = `## ${title} (${date})\n\n${body.trim()}\n`;
    const rest = entries.length === 0 ? [] : ["\n", ...entries];
    return restored([`${head.trimEnd()}\n\n`.trimStart(), made, ...rest].join(""), changelog);
  }
  if (entry.includes(body.trim())) return changelog;
  const isLast = known === entries.length - 1;
  entries[known] = `${entry.trimEnd()}\n\n${body.trim()}\n${isLast ? "" : "\n"}`;
  return restored([head, ...entries].join(""), changelog);
}

/** `## 1.1.0 (2026-01-31)`, `## [1.1.0] - 2026-01-31` and `## v1.1.0` are called `1.1.0`. */
function titleOf(entry: string): string {
  const [line = ""] = entry.split("\n", 1);
  const title = line
    .replace(/^## +/, "")
    .replace(/\s*(?:\(\d{4}-\d\d-\d\d\)|- *\d{4}-\d\d-\d\d)\s*$/, "");
  return title
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/^v(?=\d)/, "")
    .trim();
}

/** With the ends of lines that the file has. */
function restored(text: string, given: string): string {
  return given.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text;
}
