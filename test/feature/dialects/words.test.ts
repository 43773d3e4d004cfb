/** The dialect is the only place for an API's habits: the generic rooms know none of Stripe's words. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../..");
const ROOMS = ["generator", "templates/runtime", "templates/expand", "templates/testing"];

interface Word {
  readonly pattern: RegExp;
  /** What it is in Stripe's API, and where it belongs. */
  readonly reason: string;
  /** Files in which the same text is something else, and what. */
  readonly elsewhere?: Readonly<Record<string, string>>;
}

const SSE = "a field of server-sent events (HTML, section 9.2)";

/** Looked for in code; comments may show examples of a real API. */
const WORDS: readonly Word[] = [
  {
    pattern: /stripe/i,
    reason: "the API's name: a folder of templates",
    elsewhere: {
      "generator/model/schemas/open-enums.ts": "one of the marks that are read in any document",
    },
  },
  {
    pattern: /customer|checkout\b|invoice|payment|charge/i,
    reason: "its objects: overlays",
    elsewhere: { "generator/cli/support/git.ts": "a command of git's" },
  },
  { pattern: /x-expan/i, reason: "its extensions: dialect.expansion" },
  {
    pattern: /"expand"/,
    reason: "its parameter: dialect.expansion.parameters",
    elsewhere: {
      "generator/model/types/shape.ts": "a kind of symbol",
      "generator/model/operations/params.ts": "a kind of symbol",
      "generator/emit/types/mapper.ts": "a kind of symbol",
      "generator/emit/testing/kinds.ts": "a kind of symbol",
      "generator/diff/shapes/alternatives.ts": "a kind of symbol",
      "generator/docs/shapes/type-text.ts": "a kind of symbol",
      "generator/run/template-folders.ts": "a folder of templates",
      "generator/symbols/table.ts": "a folder of templates",
      "generator/config/dialect-schema.ts": "a folder of templates",
      "templates/testing/document/operations.ts": "an example that is replaced",
    },
  },
  { pattern: /has_more|next_page|total_count|search_result/, reason: "its lists: dialect.lists" },
  { pattern: /starting_after|ending_before/, reason: "its cursors: pages.ts of the templates" },
  {
    pattern: /["`]data\.|properties\/data\b/,
    reason: "the items of its lists: dialect.lists.items",
    elsewhere: { "generator/model/content/streams.ts": SSE },
  },
  {
    pattern: /"data"|\.data\b/,
    reason: "the items of its lists, what its events hold: dialect.lists, dialect.events",
    elsewhere: {
      "generator/model/content/streams.ts": SSE,
      "generator/emit/testing/index.ts": "data of a module",
      "templates/runtime/events.ts": SSE,
      "templates/runtime/encode/multipart.ts": "content of an upload",
      "templates/runtime/node/modules.ts": "an event of Node's streams",
      "templates/runtime/node/response.ts": "an event of Node's streams",
    },
  },
  { pattern: /previous_attributes/, reason: "its events: dialect.events.previousAt" },
  { pattern: /enabled_events|webhook_endpoint/, reason: "its events: dialect.events.types" },
  {
    pattern: /[\w)\]?.]\["(?:object|url|id|deleted)"\]|, "(?:object|url|deleted)"\)/,
    reason: "properties of its objects: dialect.lists.mark and url, id, deleted",
  },
  {
    pattern: /"deleted"|`deleted|\bdeleted_|deleted: \{ enum/,
    reason: "its deleted twins: dialect.deleted",
    elsewhere: { "generator/cli/commands/check-report.ts": "a deleted file" },
  },
  { pattern: /unix-time/, reason: "its format of times: dialect.dates" },
  { pattern: /livemode|api_version|idempotency_error|api_error/, reason: "its fields and errors" },
  { pattern: /most 4\b|> 4\b|than 4\b/, reason: "its limit of segments: dialect.expansion.depth" },
];

const files = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => posix.join(room, name.replaceAll("\\", "/"))),
);

/** The lines of a file without comments. */
function codeOf(file: string): readonly string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const comments = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    for (const find of [ts.getLeadingCommentRanges, ts.getTrailingCommentRanges]) {
      const at = find === ts.getLeadingCommentRanges ? node.getFullStart() : node.getEnd();
      for (const { pos, end } of find(text, at) ?? []) comments.set(pos, end);
    }
    // With the tokens between the nodes, which may have comments of their own.
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  let code = text;
  for (const [pos, end] of comments) {
    code = code.slice(0, pos) + code.slice(pos, end).replace(/[^\n]/g, " ") + code.slice(end);
  }
  return code.split("\n");
}

const code = new Map(files.map((file) => [file, codeOf(file)]));

describe("no generic room knows", () => {
  it.each(WORDS)("$pattern: $reason", ({ pattern, elsewhere = {} }) => {
    const found = files.flatMap((file) =>
      Object.hasOwn(elsewhere, file)
        ? []
        : (code.get(file) ?? []).flatMap((line, n) =>
            pattern.test(line) ? [`${file}:${n + 1} ${line.trim()}`] : [],
          ),
    );
    expect(found).toEqual([]);
  });

  it.each(WORDS)("$pattern in vain: each exception is needed", ({ pattern, elsewhere = {} }) => {
    const needless = Object.keys(elsewhere).filter(
      (file) => !(code.get(file) ?? []).some((line) => pattern.test(line)),
    );
    expect(needless).toEqual([]);
  });
});
