/** Descriptions: CommonMark with HTML, of a document that nobody trusts, as HTML that is safe. */
import { decodeEntities } from "../../../encode/entities.js";
import MarkdownIt from "markdown-it";
import sanitize from "sanitize-html";

export interface ProseSetting {
  /** What relative links are relative to; without it they become plain text. */
  readonly base: string | undefined;
}

/** Makes each text once: documents repeat theirs. */
export function createProse({ base }: ProseSetting): (text: string) => string {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  // Only what begins with `http`: `node.js`, `//` and `a@b.c` are words.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add("//", null).add("ftp:", null);
  const made = new Map<string, string>();
  const options = optionsFor(base);
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const html = isPlain(text) ? `<p>${text}</p>` : sanitize(markdown.render(text), options).trim();
    made.set(text, html);
    return html;
  };
}

/** Words and punctuation that mean nothing in Markdown or HTML: most descriptions are made of them. */
function isPlain(text: string): boolean {
  return (
    /^[A-Za-z][A-Za-z0-9 ,.;:'"/()-]*$/.test(text) &&
    !/\d\.|\d\)|(?:^|\s)-|--|:\/\/|mailto:/i.test(text)
  );
}

/**
 * None of `textarea`, `xmp`, `svg` and `math`: what is in them a browser reads in another way than sanitize-html 2.17.5,
 * whose later versions ask for Node 22.12.
 */
const TAGS = [
  ..."p br hr a b strong i em s del u code pre kbd sub sup blockquote ul ol li dl dt dd".split(" "),
  ..."h3 h4 h5 h6 table thead tbody tr th td span div".split(" "),
];

/** Headings of a description stand below those of the page. */
const HEADINGS: Readonly<Record<string, string>> = {
  h1: "h4",
  h2: "h4",
  h3: "h5",
  h4: "h6",
  h5: "h6",
};

function optionsFor(base: string | undefined): sanitize.IOptions {
  return {
    allowedTags: TAGS,
    allowedAttributes: { a: ["href", "rel"], ol: ["start"], td: ["align"], th: ["align"] },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    nonBooleanAttributes: [],
    transformTags: {
      ...HEADINGS,
      a: (_, { href }) => {
        const url = href === undefined ? undefined : absolute(href, base);
        return url === undefined
          ? { tagName: "span", attribs: {} }
          : { tagName: "a", attribs: { href: url, rel: "noreferrer" } };
      },
      // Nothing is fetched from anywhere: what stands in the place of a picture is told.
      img: (_, { alt = "" }) => ({ tagName: "span", attribs: {}, text: alt }),
    },
  };
}

function absolute(href: string, base: string | undefined): string | undefined {
  try {
    const url = new URL(href, base);
    return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The first sentence without markup, for lists and for `<meta name="description">`. */
export function firstSentence(html: string): string {
  const text = decodeEntities(html.replaceAll(/<[^>]*>/g, " "))
    .replaceAll(/\s+/g, " ")
    .trim();
  const [sentence = text] = /^.{20,}?[.!?](?=\s|$)/.exec(text) ?? [];
  return sentence.length > 200 ? `${sentence.slice(0, 199)}…` : sentence;
}
