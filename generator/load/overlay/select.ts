import { getMember, isObject, itemOf, type Json } from "../parse/json-value.js";
import type { TargetNode } from "./merge.js";

/**
 * The nodes that a JSONPath query (RFC 9535) selects, each once, with their places.
 * `fail` is called with the reason when `path` is not a query.
 */
export async function select(
  root: Json,
  path: string,
  fail: (reason: string) => never,
): Promise<readonly TargetNode[]> {
  const names = memberNames(path);
  if (names !== undefined) {
    const place = follow(root, names, (value, name) =>
      isObject(value) ? getMember(value, name) : undefined,
    );
    return place === undefined ? [] : [place];
  }
  // Most overlays only name members: they do not wait for the engine.
  const { queryPaths } = await import("./jsonpath.js");
  const paths = queryPaths(root, path, fail);
  return paths.flatMap((tokens) => follow(root, tokens, itemOf) ?? []);
}

const NAME = String.raw`\.([A-Za-z_]\w*)|\['([^'\\\x00-\x1f]*)'\]|\["([^"\\\x00-\x1f]*)"\]`;
const NAMES_ONLY = new RegExp(String.raw`^\$(?:${NAME})*$`);
const EACH_NAME = new RegExp(NAME, "g");

/** The names of a query that is a chain of plain member names: `$.paths['/v1/files'].post`. */
function memberNames(path: string): string[] | undefined {
  if (!NAMES_ONLY.test(path)) return undefined;
  return Array.from(path.matchAll(EACH_NAME), ([, dotted, single, double]) => {
    return dotted ?? single ?? double ?? "";
  });
}

function follow(
  root: Json,
  tokens: readonly string[],
  step: (value: Json, token: string) => Json | undefined,
): TargetNode | undefined {
  let value: Json = root;
  let parent: Json | undefined;
  for (const token of tokens) {
    parent = value;
    const next = step(value, token);
    if (next === undefined) return undefined;
    value = next;
  }
  const container = typeof parent === "object" && parent !== null ? parent : undefined;
  return { tokens, value, container };
}
