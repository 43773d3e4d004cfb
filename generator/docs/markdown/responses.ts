/** Bodies, responses by status, and requests that the API makes, as Markdown. */
import { codeBlock, codeSpan, plainWords } from "../../encode/markdown.js";
import type {
  BodySection,
  CallbackSection,
  Content,
  ResponseLink,
  ResponseSection,
} from "../pages/index.js";
import { list, membersText } from "./members.js";
import { type Base, description, paragraphs, shortDescription, twin, typeCode } from "./text.js";

export function bodyText(body: BodySection | undefined, base: Base): string {
  if (body === undefined) return "";
  return paragraphs([
    `## Body (${body.required ? "required" : "optional"})`,
    description(body.description, base),
    ...body.contents.map((content) => contentText(content, base)),
  ]);
}

function contentText({ mediaType, type, members, examples, each }: Content, base: Base): string {
  return paragraphs([
    `${codeSpan(mediaType)}: ${each === undefined ? "" : `${each} `}${typeCode(type)}`,
    membersText(members, base, ""),
    ...examples.flatMap(({ title, text }) => [
      `Example${title === "" ? "" : ` ${plainWords(title)}`}:`,
      codeBlock(text, ""),
    ]),
  ]);
}

export function responseText(response: ResponseSection, base: Base): string {
  const { status, isError, headers, contents, links } = response;
  return paragraphs([
    `### ${plainWords(status)}${isError ? " (error)" : ""}`,
    shortDescription(response.description, base),
    ...(headers.length === 0 ? [] : ["#### Headers", list(headers, base)]),
    ...contents.map((content) => contentText(content, base)),
    ...(links.length === 0 ? [] : ["#### Links", linksText(links, base)]),
  ]);
}

function linksText(links: readonly ResponseLink[], base: Base): string {
  return links
    .map(({ name, operation, target, description: told, values }) => {
      const to =
        operation === undefined
          ? codeSpan(target)
          : `[${plainWords(operation.text)}](../${twin(operation.file)})`;
      const text = shortDescription(told, base);
      const given = values.map(
        ([parameter, value]) => `\n  - ${codeSpan(parameter)} = ${codeSpan(value)}`,
      );
      return `- ${codeSpan(name)}: ${to}${text === "" ? "" : `: ${text}`}${given.join("")}`;
    })
    .join("\n");
}

export function callbackText(callback: CallbackSection, base: Base): string {
  const { name, method, deprecated, expression, summary, members } = callback;
  return paragraphs([
    `### ${plainWords(name)}${deprecated ? " (deprecated)" : ""}`,
    codeSpan(expression === undefined ? method : `${method} ${expression}`),
    summary === undefined ? "" : plainWords(summary),
    description(callback.description, base),
    membersText(members, base, ""),
  ]);
}
