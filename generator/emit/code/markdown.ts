/** Descriptions come as Markdown, as HTML, or mixed; comments are read as Markdown. */
import { createRequire } from "node:module";
import type TurndownService from "turndown";

/** A tag that descriptions are written with; `<your_id>` and the like are text. */
const TAG = /<\/?(?:a|b|br|code|em|h[1-6]|i|li|ol|p|pre|strong|ul)(?:\s[^>]*)?\/?>/i;

/** A tag around whole paragraphs; without one, Markdown's own blocks are what they are. */
const BLOCK = /<(?:h[1-6]|li|ol|p|pre|ul)(?:\s[^>]*)?>/i;

let service: TurndownService | undefined;

/** `base`: what relative links are relative to; without it they become plain text. */
export function toMarkdown(text: string, base: string | undefined): string {
  return absoluteLinks(withoutTags(text), base).trim();
}

/** A paragraph without a tag stays as it is: a table or a list of Markdown would become one line. */
function withoutTags(text: string): string {
  if (!TAG.test(text)) return text;
  if (BLOCK.test(text)) return turndown().turndown(text);
  const paragraphs = text.split(/\n[ \t]*\n/);
  return paragraphs.map((own) => (TAG.test(own) ? turndown().turndown(own) : own)).join("\n\n");
}

/** Loaded by the first description that is HTML: most runs meet none. */
function turndown(): TurndownService {
  if (service !== undefined) return service;
  const Service: typeof TurndownService = createRequire(import.meta.url)("turndown");
  service = new Service({ codeBlockStyle: "fenced", headingStyle: "atx", bulletListMarker: "-" });
  // The text may be Markdown already.
  service.escape = (value) => value;
  return service;
}

function absoluteLinks(markdown: string, base: string | undefined): string {
  return markdown.replace(
    /\[([^\]]*)\]\((\/[^)\s]*|#[^)\s]*)\)/g,
    (_, label: string, href: string) =>
      base === undefined || href.startsWith("#")
        ? label
        : `[${label}](${new URL(href, base).href})`,
  );
}
