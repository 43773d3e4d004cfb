/** The Markdown twin of an operation's page. */
import type { Content, OperationPage, ResponseSection } from "../pages/index.js";
import type { ExpandItem, Members, Property } from "../shapes/types.js";
import { codeBlock, codeSpan, plainWords } from "../../encode/markdown.js";
import { description, shortDescription, typeCode } from "./text.js";

export type Base = string | undefined;

const PLACES = {
  path: "Path parameters",
  query: "Query parameters",
  header: "Headers",
  cookie: "Cookies",
} as const;

export function operationMarkdown(page: OperationPage, base: Base): string {
  const { link, body, expand, sampleResponse, samples, responses, security } = page;
  return [
    `# ${plainWords(link.text)}`,
    `${codeSpan(`${link.method} ${link.path}`)} · ${codeSpan(page.operationId)}${link.deprecated ? " · **deprecated**" : ""}`,
    page.summary === undefined ? "" : plainWords(page.summary),
    description(page.description, base),
    ...page.parameters.flatMap(({ place, properties }) => [
      `## ${PLACES[place]}`,
      list(properties, base),
    ]),
    ...(body === undefined
      ? []
      : [
          `## Body (${body.required ? "required" : "optional"})`,
          description(body.description, base),
          ...body.contents.map((content) => contentText(content, base)),
        ]),
    "## Returns",
    `${page.returns.words} ${typeCode(page.returns.type)}`.trim(),
    ...(expand === undefined ? [] : ["## Expand", expandText(expand.items, "")]),
    "## Responses",
    ...responses.map((response) => responseText(response, base)),
    ...(security.length === 0
      ? []
      : ["## Security", security.map((line) => `- ${codeSpan(line)}`).join("\n")]),
    "## Samples",
    ...samples.flatMap(({ title, text, language }) => [`### ${title}`, codeBlock(text, language)]),
    ...(sampleResponse === undefined ? [] : ["### Response", codeBlock(sampleResponse, "json")]),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function contentText({ mediaType, type, members, examples }: Content, base: Base): string {
  return [
    `${codeSpan(mediaType)}: ${typeCode(type)}`,
    membersText(members, base, ""),
    ...examples.map(({ text }) => codeBlock(text, "")),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function responseText(
  { status, description: words_, contents }: ResponseSection,
  base: Base,
): string {
  const told = shortDescription(words_, base);
  return [
    `### ${plainWords(status)}`,
    told,
    ...contents.map((content) => contentText(content, base)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

export function list(properties: readonly Property[], base: Base, indent = ""): string {
  return properties
    .map(({ name, type, required, deprecated, description: told, values, facts, children }) => {
      const notes = [
        required ? "required" : "",
        deprecated ? "deprecated" : "",
        ...facts.map(plainWords),
      ];
      const said = notes.filter((note) => note !== "").join("; ");
      const oneOf = values.length === 0 ? "" : ` One of ${values.map(codeSpan).join(", ")}.`;
      const line = `${indent}- ${codeSpan(name)} ${typeCode(type)}${said === "" ? "" : ` (${said})`}`;
      const text = shortDescription(told, base);
      const inner = membersText(children, base, `${indent}  `);
      return `${line}${text === "" ? "" : `: ${text}`}${oneOf}${inner === "" ? "" : `\n${inner}`}`;
    })
    .join("\n");
}

export function membersText(
  { properties, alternatives }: Members,
  base: Base,
  indent: string,
): string {
  const own = list(properties, base, indent);
  const others = alternatives.map(
    ({ label, properties: inner }) =>
      `${indent}- ${typeCode(label)}\n${list(inner, base, `${indent}  `)}`,
  );
  return [...(own === "" ? [] : [own]), ...others].join("\n");
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
