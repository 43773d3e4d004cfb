/** What comes back: by status, and what the call makes of it. */
import type {
  DocumentedContent,
  DocumentedExample,
  DocumentedResponse,
  Operation,
  OperationResponse,
} from "../../model/types/index.js";
import type { SchemaLinks } from "../places/index.js";
import { property, propertiesOf, type PropertyTools } from "../shapes/properties.js";
import { plainText, typeText } from "../shapes/type-text.js";
import type { Members, TypeText } from "../shapes/types.js";
import type { Content, Example, ResponseSection, Returns } from "./types.js";

export function responseSections(
  tools: PropertyTools,
  responses: readonly DocumentedResponse[],
): ResponseSection[] {
  const hasSuccess = responses.some(({ status }) => status.startsWith("2"));
  return responses.map(({ status, description, headers, contents }) => ({
    status,
    description,
    isError: /^[345]/.test(status) || (status === "default" && hasSuccess),
    headers: headers.map(({ name, required, shape }) =>
      property(tools, name, shape, { anchor: `${status}.header`, depth: 0, required }),
    ),
    contents: contents.map((content, n) =>
      readContent(tools, content, n === 0 ? status : `${status}.${n + 1}`),
    ),
  }));
}

const NONE: Members = { properties: [], alternatives: [] };

/** A named schema has a page: its properties are not told again. */
function readContent(tools: PropertyTools, content: DocumentedContent, anchor: string): Content {
  const { mediaType, shape, isItem, examples } = content;
  const isInline = shape?.properties !== undefined;
  return {
    mediaType,
    type: shape === undefined ? ["bytes"] : typeText(tools.links, shape),
    members: isInline ? { ...NONE, properties: propertiesOf(tools, shape, anchor) } : NONE,
    examples: exampleTexts(examples),
    ...(isItem ? { each: "each" } : {}),
  };
}

export function exampleTexts(examples: readonly DocumentedExample[]): Example[] {
  return examples.map(({ name, summary, value }) => ({
    title: summary ?? name,
    text: shorten(typeof value === "string" ? value : JSON.stringify(value, undefined, 2)),
  }));
}

/** Characters of one example: some documents show all they have. */
const LONGEST = 8000;

export function jsonText(value: unknown): string {
  return shorten(JSON.stringify(value, undefined, 2));
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, text.lastIndexOf("\n", LONGEST))}\n…` : text;
}

/** What the function gives, in words and a type. */
export function returnsOf(links: SchemaLinks, { response, responses }: Operation): Returns {
  if (responses === undefined) return returned(links, response);
  const types = responses.contents.map(({ response: own }) => returned(links, own).type);
  return { words: "by the media type asked for:", type: alternatives(types) };
}

function returned(links: SchemaLinks, response: OperationResponse): Returns {
  switch (response.kind) {
    case "json": {
      const type = typeText(links, response.shape);
      return { words: "", type: response.mayBeEmpty ? [...type, " | undefined"] : type };
    }
    case "page":
      return { words: "pages of", type: typeText(links, response.item) };
    case "lines":
    case "sequence":
      return { words: "a stream of", type: typeText(links, response.item) };
    case "events":
      return {
        words: "a stream of events with",
        type: alternatives(
          response.variants.map(({ data }) =>
            data === undefined ? ["text"] : typeText(links, data),
          ),
        ),
      };
    case "mixed":
      return {
        words: "",
        type: alternatives(response.contents.map((one) => returned(links, one.response).type)),
      };
    case "stream":
      return { words: "a stream of", type: ["bytes"] };
    case "text":
      return { words: "", type: ["string"] };
    case "none":
      return { words: "", type: ["nothing"] };
  }
}

function alternatives(types: readonly TypeText[]): TypeText {
  const different = new Map(types.map((type) => [plainText(type), type]));
  return [...different.values()].flatMap((type, n) => (n === 0 ? type : [" | ", ...type]));
}
