/** What comes back: by status, and what the call makes of it. */
import type {
  DocumentedContent,
  DocumentedExample,
  DocumentedLink,
  DocumentedResponse,
  Operation,
  OperationResponse,
} from "../../model/types/index.js";
import type { Places, SchemaLinks } from "../places/index.js";
import { property, propertiesOf, type PropertyTools } from "../shapes/properties.js";
import { plainText, typeText } from "../shapes/type-text.js";
import type { Members, TypeText } from "../shapes/types.js";
import type { Content, Example, ResponseLink, ResponseSection, Returns } from "./types.js";

export interface ResponseTools extends PropertyTools {
  readonly places: Places;
}

export function responseSections(
  tools: ResponseTools,
  responses: readonly DocumentedResponse[],
): ResponseSection[] {
  const hasSuccess = responses.some(({ status }) => status.startsWith("2"));
  return responses.map(({ status, description, headers, contents, links }) => ({
    status,
    description,
    isError: /^[345]/.test(status) || (status === "default" && hasSuccess),
    headers: headers.map(({ name, required, shape }) =>
      property(tools, name, shape, { anchor: `${status}.header`, depth: 0, required }),
    ),
    contents: contents.map((content, n) =>
      readContent(tools, content, n === 0 ? status : `${status}.${n + 1}`),
    ),
    links: links.map((link) => readLink(tools.places, link)),
  }));
}

function readLink(places: Places, link: DocumentedLink): ResponseLink {
  const { name, description, target, operation, parameters, body } = link;
  const found = operation === undefined ? undefined : places.operations.get(operation);
  const given = [...parameters, ...(body === undefined ? [] : [["body", body] as const])];
  return {
    name,
    ...(description === undefined ? {} : { description }),
    target,
    ...(found === undefined ? {} : { operation: found }),
    values: given.map(([parameter, value]) => [
      parameter,
      shorten(typeof value === "string" ? value : JSON.stringify(value)),
    ]),
  };
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

/** Cut behind a line where there are lines, and never inside of a character. */
function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const line = text.lastIndexOf("\n", LONGEST);
  const end = line > LONGEST / 2 ? line : LONGEST;
  return `${text.slice(0, end).replace(/[\ud800-\udbff]$/, "")}\n…`;
}

/** What the function gives, in words and a type. */
export function returnsOf(
  links: SchemaLinks,
  { response, responses, pagination }: Operation,
): Returns {
  if (pagination !== undefined && response.kind === "json")
    return { words: "pages, each", type: typeText(links, response.shape) };
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
