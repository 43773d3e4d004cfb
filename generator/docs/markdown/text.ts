/** Text of a document in Markdown, where nothing of it may become markup that it is not. */
import { toMarkdown } from "../../emit/code/markdown.js";
import type { TypeText } from "../shapes/types.js";
import { plainText } from "../shapes/type-text.js";

/** Inline code around text that may hold backticks (CommonMark, "Code spans"). */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^\s+$/.test(line) || line === "" ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A block of code with a fence that nothing in it closes. */
export function block(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}

/** Words outside of code. */
export function words(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_{}[\]<>#|!]/g, "\\$&")
    .trim();
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
  return code(plainText(type));
}
