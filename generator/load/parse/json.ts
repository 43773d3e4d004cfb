import type { Json } from "./json-value.js";
import type { Fail, Positions } from "./positions.js";
import { findSyntaxError } from "./json-syntax.js";

/** RFC 8259. The engine's parser does the work; the text is looked at again only to explain an error. */
export function parseJson(text: string, fail: Fail): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const { offset, message } = findSyntaxError(text) ?? { offset: 0, message: String(error) };
    return fail(offset, message, "Fix the JSON at this place");
  }
}

/** Offsets of the members of one container, found by one scan of it. */
interface Index {
  /** Of the key (objects) or of the item (arrays). */
  readonly starts: Map<string, number>;
  readonly values: Map<string, number>;
}

/**
 * Positions in a text that is known to be JSON. Nothing is scanned until somebody asks, and then
 * only the containers on the way to the node, each once.
 */
export function jsonPositions(text: string): Positions {
  const indexes = new Map<number, Index>();
  return {
    find(tokens) {
      let value = skipSpace(text, 0);
      let offset = value;
      for (const [depth, token] of tokens.entries()) {
        let index = indexes.get(value);
        if (index === undefined) indexes.set(value, (index = indexContainer(text, value)));
        const start = index.starts.get(token);
        const next = index.values.get(token);
        if (start === undefined || next === undefined) return { offset, depth };
        offset = start;
        value = next;
      }
      return { offset, depth: tokens.length };
    },
  };
}

function indexContainer(text: string, open: number): Index {
  const index: Index = { starts: new Map(), values: new Map() };
  const isArray = text[open] === "[";
  if (!isArray && text[open] !== "{") return index;
  let position = skipSpace(text, open + 1);
  for (let item = 0; text[position] !== "}" && text[position] !== "]"; item += 1) {
    let key = String(item);
    let value = position;
    if (!isArray) {
      const end = skipString(text, position);
      key = String(JSON.parse(text.slice(position, end)));
      value = skipSpace(text, skipSpace(text, end) + 1);
    }
    index.starts.set(key, position);
    index.values.set(key, value);
    position = skipSpace(text, skipValue(text, value));
    if (text[position] === ",") position = skipSpace(text, position + 1);
  }
  return index;
}

function skipValue(text: string, start: number): number {
  let depth = 0;
  let position = start;
  do {
    switch (text[position]) {
      case "{":
      case "[":
        depth += 1;
        position += 1;
        break;
      case "}":
      case "]":
        depth -= 1;
        position += 1;
        break;
      case '"':
        position = skipString(text, position);
        break;
      default:
        position = skipPlain(text, position);
    }
  } while (depth > 0);
  return position;
}

export function skipString(text: string, quote: number): number {
  for (let end = text.indexOf('"', quote + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
}

/** Numbers, literals, and inside a container also the commas, colons and space between tokens. */
function skipPlain(text: string, start: number): number {
  PLAIN.lastIndex = start;
  PLAIN.test(text);
  return Math.max(PLAIN.lastIndex, start + 1);
}

const PLAIN = /[^"{}[\],\s]+|[\s,]+/y;

export function skipSpace(text: string, start: number): number {
  let position = start;
  while (isSpace(text.charCodeAt(position))) position += 1;
  return position;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}
