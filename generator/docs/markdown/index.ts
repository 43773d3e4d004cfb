/** Page data → the Markdown twin of each page, and `llms.txt`. */
import type { Page, SchemaPage, Site } from "../pages/index.js";
import type { Group, Link, OperationLink } from "../places/index.js";
import { type Base, membersText, operationMarkdown } from "./operation.js";
import { codeBlock, codeSpan, plainWords } from "../../encode/markdown.js";
import { description, shortDescription, typeCode } from "./text.js";

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
      return paragraphs([
        `# ${plainWords(site.title)}`,
        page.summary === undefined ? "" : plainWords(page.summary),
        description(page.description, base),
        "## Operations",
        site.groups
          .map(({ text: name, file }) => `- [${plainWords(name)}](${twin(file)})`)
          .join("\n"),
      ]);
    case "schemas":
      return paragraphs(["# Schemas", linkList(page.schemas, "")]);
    case "events":
      return paragraphs([
        "# Events",
        page.events
          .map(
            ({ type, schema }) =>
              `- ${codeSpan(type)} [${plainWords(schema.text)}](${twin(schema.file)})`,
          )
          .join("\n"),
        ...page.webhooks.map(({ name, description: told, members }) =>
          paragraphs([
            `## ${plainWords(name)}`,
            description(told, base),
            membersText(members, base, ""),
          ]),
        ),
      ]);
    case "changes":
      return paragraphs([
        "# Changes",
        plainWords(page.summary),
        ...page.levels.flatMap(({ title, changes }) => [
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
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

function twin(file: string): string {
  return file.replace(/\.html$/, ".md");
}

function linkList(links: readonly Link[], root: string): string {
  return links
    .map(({ text: name, file }) => `- [${plainWords(name)}](${root}${twin(file)})`)
    .join("\n");
}

function operationList(operations: readonly OperationLink[], root: string): string {
  return operations
    .map(({ text: name, file, method, path, deprecated }) => {
      const old = deprecated ? " (deprecated)" : "";
      return `- [${plainWords(name)}](${root}${twin(file)}) ${codeSpan(`${method} ${path}`)}${old}`;
    })
    .join("\n");
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

function schemaMarkdown(page: SchemaPage, base: Base): string {
  const { link, key, type, values, members, example, returnedBy, takenBy, usedBy } = page;
  return paragraphs([
    `# ${plainWords(link.text)}`,
    `${codeSpan(key)}${page.deprecated ? " · **deprecated**" : ""}`,
    description(page.description, base),
    type.length === 0 ? "" : typeCode(type),
    values.length === 0 ? "" : `One of ${values.map(codeSpan).join(", ")}.`,
    page.facts.map(plainWords).join("; "),
    ...(members.properties.length + members.alternatives.length === 0
      ? []
      : ["## Properties", membersText(members, base, "")]),
    ...(returnedBy.length === 0 ? [] : ["## Returned by", operationList(returnedBy, "../")]),
    ...(takenBy.length === 0 ? [] : ["## Taken by", operationList(takenBy, "../")]),
    ...(usedBy.length === 0 ? [] : ["## Part of", linkList(usedBy, "../")]),
    ...(example === undefined ? [] : ["## Example", codeBlock(example, "json")]),
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
