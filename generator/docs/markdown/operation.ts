/** The Markdown twin of an operation's page. */
import { codeBlock, codeSpan, plainWords } from "../../encode/markdown.js";
import type { OperationPage } from "../pages/index.js";
import type { ExpandItem, ExpandSection } from "../shapes/types.js";
import { requirementsText, serversText } from "./api.js";
import { list } from "./members.js";
import { bodyText, callbackText, responseText } from "./responses.js";
import { type Base, description, isWeb, paragraphs, twin, typeCode } from "./text.js";

const PLACES = {
  path: "Path parameters",
  query: "Query parameters",
  header: "Headers",
  cookie: "Cookies",
} as const;

export function operationMarkdown(page: OperationPage, base: Base): string {
  const { expand, sampleResponse, samples, responses, callbacks } = page;
  return paragraphs([
    headText(page, base),
    ...page.parameters.flatMap(({ place, properties }) => [
      `## ${PLACES[place]}`,
      list(properties, base),
    ]),
    bodyText(page.body, base),
    "## Returns",
    `${page.returns.words} ${typeCode(page.returns.type)}`.trim(),
    expand === undefined ? "" : expandSection(expand),
    "## Responses",
    ...responses.map((response) => responseText(response, base)),
    callbacks.length === 0 ? "" : "## Callbacks",
    ...callbacks.map((callback) => callbackText(callback, base)),
    requirementsText(page.security),
    serversText(page.servers, base),
    "## Samples",
    ...samples.flatMap(({ title, text, language }) => [`### ${title}`, codeBlock(text, language)]),
    ...(sampleResponse === undefined ? [] : ["### Response", codeBlock(sampleResponse, "json")]),
  ]);
}

function headText(page: OperationPage, base: Base): string {
  const { link, group, operationId, functionName, summary, externalDocs } = page;
  const names = [...new Set([operationId, functionName])].filter((name) => name !== link.text);
  return paragraphs([
    `# ${plainWords(link.text)}`,
    [
      codeSpan(`${link.method} ${link.path}`),
      ...names.map(codeSpan),
      `[${plainWords(group.text)}](../${twin(group.file)})`,
      ...(link.deprecated ? ["**deprecated**"] : []),
    ].join(" · "),
    summary === undefined ? "" : plainWords(summary),
    description(page.description, base),
    externalDocs === undefined || !isWeb(externalDocs.url)
      ? ""
      : `[${plainWords(externalDocs.description ?? "More")}](<${externalDocs.url}>)`,
  ]);
}

function expandSection({ title, words, parameter, items }: ExpandSection): string {
  const [before, behind] = words;
  return paragraphs([
    `## ${title}`,
    `${before}${codeSpan(parameter)}${behind}`,
    expandText(items, ""),
  ]);
}

/** One line a path. */
function expandText(items: readonly ExpandItem[], indent: string): string {
  return items
    .map(({ name, path, type, items: inner }) => {
      const line = `${indent}- ${codeSpan(path ?? name)} ${typeCode(type)}`;
      return inner.length === 0 ? line : `${line}\n${expandText(inner, `${indent}  `)}`;
    })
    .join("\n");
}
