/** The Markdown twin of a schema's page. */
import { codeBlock, codeSpan, plainWords } from "../../encode/markdown.js";
import type { SchemaPage } from "../pages/index.js";
import { linkList, operationList } from "./links.js";
import { membersText } from "./members.js";
import { type Base, description, paragraphs, typeCode } from "./text.js";

export function schemaMarkdown(page: SchemaPage, base: Base): string {
  const { link, key, type, values, members, example, returnedBy, takenBy, usedBy } = page;
  return paragraphs([
    `# ${plainWords(link.text)}`,
    `${codeSpan(key)} · [Schemas](../schemas.md)${page.deprecated ? " · **deprecated**" : ""}`,
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
