import { exec } from "jsonpath-rfc9535";
import parse from "jsonpath-rfc9535/parser";
import { itemOf, type Json } from "./json-value.js";
import type { Place } from "./merge.js";

/**
 * The nodes that a JSONPath query (RFC 9535) selects, each once, with their places.
 * `fail` is called with the reason when `path` is no query.
 */
export function select(
  root: Json,
  path: string,
  fail: (reason: string) => never,
): readonly Place[] {
  const names = singular(path, fail);
  if (names !== undefined) {
    const place = follow(root, names);
    return place === undefined ? [] : [place];
  }
  const places = new Map<string, Place>();
  exec(root, path, (_, keys) => {
    const tokens = keys.map((key) => (typeof key === "number" ? String(key) : unescapeName(key)));
    const place = follow(root, tokens);
    if (place !== undefined) places.set(JSON.stringify(tokens), place);
  });
  return [...places.values()];
}

/** The keys of a query that only names members and items from the root, the common and fast case. */
function singular(path: string, fail: (reason: string) => never): string[] | undefined {
  const tokens: string[] = [];
  for (const { type, node } of parseQuery(path, fail).segments) {
    if (type !== "ChildSegment") return undefined;
    const selector =
      node.type === "BracketedSelection" && node.selectors.length === 1 ? node.selectors[0] : node;
    if (selector?.type !== "NameSelector" && selector?.type !== "MemberNameShorthand") {
      return undefined;
    }
    tokens.push(selector.value);
  }
  return tokens;
}

function parseQuery(path: string, fail: (reason: string) => never): ReturnType<typeof parse> {
  try {
    return parse(path);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function follow(root: Json, tokens: readonly string[]): Place | undefined {
  let value: Json | undefined = root;
  let parent: Json | undefined;
  for (const token of tokens) {
    parent = value;
    value = itemOf(parent, token);
    if (value === undefined) return undefined;
  }
  const container = typeof parent === "object" && parent !== null ? parent : undefined;
  return { tokens, value, container };
}

/** The engine gives names in the escaped form of normalized paths (RFC 9535, section 2.7). */
function unescapeName(name: string): string {
  return name.replace(/\\(?:u([0-9a-f]{4})|(.))/gs, (_, unit?: string, character?: string) => {
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
    return ESCAPES[character ?? ""] ?? character ?? "";
  });
}

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
