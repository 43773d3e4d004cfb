/** Page data → the Markdown twin of each page, and `llms.txt`. */
import { codeSpan, plainWords } from "../../encode/markdown.js";
import type { ChangesPage, EventsPage, IndexPage, Page, Site } from "../pages/index.js";
import type { Group } from "../places/index.js";
import { schemesText, serversText } from "./api.js";
import { linkList, operationList } from "./links.js";
import { operationMarkdown } from "./operation.js";
import { callbackText } from "./responses.js";
import { schemaMarkdown } from "./schema.js";
import { type Base, description, paragraphs, shortDescription, twin } from "./text.js";

/** `root`: from the page's folder to the site's. */
export function pageMarkdown(page: Page, site: Site, base: Base): string {
  return `${text(page, site, base)}\n`;
}

function text(page: Page, site: Site, base: Base): string {
  switch (page.kind) {
    case "operation":
      return operationMarkdown(page, base);
    case "schema":
      return schemaMarkdown(page, base);
    case "group":
      return groupText(page.group, base);
    case "index":
      return indexText(page, site, base);
    case "schemas":
      return paragraphs(["# Schemas", linkList(page.schemas, "")]);
    case "events":
      return eventsText(page, base);
    case "changes":
      return changesText(page);
  }
}

function indexText(page: IndexPage, site: Site, base: Base): string {
  const groups = site.groups.map(
    ({ text: name, file, count }) => `- [${plainWords(name)}](${twin(file)}): ${count}`,
  );
  return paragraphs([
    `# ${plainWords(site.title)}`,
    plainWords(
      `${site.version === "" ? "" : `${site.version} · `}${page.operations} operations · ${page.schemas.length} schemas`,
    ),
    page.summary === undefined ? "" : plainWords(page.summary),
    description(page.description, base),
    serversText(page.servers, base),
    schemesText(page, base),
    "## Operations",
    groups.join("\n"),
  ]);
}

function eventsText({ events, webhooks }: EventsPage, base: Base): string {
  const lines = events.map(
    ({ type, schema }) => `- ${codeSpan(type)} [${plainWords(schema.text)}](${twin(schema.file)})`,
  );
  return paragraphs([
    "# Events",
    lines.join("\n"),
    webhooks.length === 0 ? "" : "## Webhooks",
    ...webhooks.map((webhook) => callbackText(webhook, base)),
  ]);
}

function changesText({ summary, levels }: ChangesPage): string {
  return paragraphs([
    "# Changes",
    plainWords(summary),
    ...levels.flatMap(({ title, changes }) => [
      `## ${title}`,
      changes
        .map(({ symbol, rule, detail, effect, file }) => {
          const name =
            file === undefined ? codeSpan(symbol) : `[${codeSpan(symbol)}](${twin(file)})`;
          return `- ${name}: ${rule}${detail === "" ? "" : ` ${codeSpan(detail)}`} (${effect})`;
        })
        .join("\n"),
    ]),
  ]);
}

function groupText({ text: name, description: told, sections }: Group, base: Base): string {
  return paragraphs([
    `# ${plainWords(name)}`,
    description(told, base),
    ...sections.flatMap(({ title, operations }) => [
      title === "" ? "" : `## ${plainWords(title)}`,
      operationList(operations, "../"),
    ]),
  ]);
}

/** What a language model reads first (llmstxt.org): every operation with its page, a line each. */
export function llmsText(site: Site, told: string | undefined, base: Base): string {
  return `${paragraphs([
    `# ${plainWords(site.title)}`,
    `> Reference of ${plainWords(site.title)} ${plainWords(site.version)}: each operation with its parameters, responses and samples.`,
    shortDescription(told, base),
    ...site.groups.flatMap(({ text: name, sections }) => [
      `## ${plainWords(name)}`,
      sections.map(({ operations }) => operationList(operations, "")).join("\n"),
    ]),
    "## Optional",
    "- [Schemas](schemas.md)",
  ])}\n`;
}
