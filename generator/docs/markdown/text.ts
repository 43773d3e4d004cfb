/** Text of a document in Markdown, where nothing of it may become markup that it is not. */
import { codeSpan } from "../../encode/markdown.js";
import { toMarkdown } from "../../emit/code/markdown.js";
import type { TypeText } from "../shapes/types.js";
import { plainText } from "../shapes/type-text.js";

/** What relative links of descriptions are relative to. */
export type Base = string | undefined;

export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The Markdown beside a page. */
export function twin(file: string): string {
  return file.replace(/\.html$/, ".md");
}

/** Whether an address may stand between `<` and `>` as the target of a link. */
export function isWeb(url: string): boolean {
  return /^https?:\/\/[^\s<>\\]+$/i.test(url);
}

/** A description: Markdown and HTML as Markdown. What is left of HTML is text. */
export function description(text: string | undefined, base: string | undefined): string {
  if (text === undefined || text.trim() === "") return "";
  return toMarkdown(text, base)
    .replaceAll(/<(?=[a-z!/?])/gi, "\\<")
    .replaceAll(/\]\(\s*(?!https?:|mailto:)[^)]*\)/gi, "]")
    .replaceAll(/!\[/g, "\\![")
    .replaceAll(/^\s{0,3}\[[^\]]+\]:.*$/gm, "");
}

/** On one line, for a list. */
export function shortDescription(text: string | undefined, base: string | undefined): string {
  return description(text, base)
    .replaceAll(/\s*\n\s*/g, " ")
    .trim();
}

export function typeCode(type: TypeText): string {
  return codeSpan(plainText(type));
}
