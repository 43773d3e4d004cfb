import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import { isIndex } from "./json-value.js";
import type { Positions } from "./positions.js";

export function yamlPositions(
  document: Document.Parsed,
  aliases: ReadonlyMap<Alias, Node>,
): Positions {
  return {
    find(tokens) {
      let node: unknown = document.contents;
      let offset = startOf(node);
      for (const [depth, token] of tokens.entries()) {
        const next = step(isAlias(node) ? aliases.get(node) : node, token, aliases);
        if (next === undefined) return { offset, depth };
        ({ node, offset } = next);
      }
      return { offset, depth: tokens.length };
    },
  };
}

interface Step {
  readonly node: unknown;
  readonly offset: number;
}

function step(
  container: unknown,
  token: string,
  aliases: ReadonlyMap<Alias, Node>,
): Step | undefined {
  if (isSeq(container)) {
    const item = isIndex(token) ? container.items[Number(token)] : undefined;
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!isMap(container)) return undefined;
  for (const { key, value } of container.items) {
    if (isScalar(key) && !isMergeKey(key) && keyText(key.value, key.source) === token) {
      return { node: value, offset: startOf(key) };
    }
  }
  for (const { key, value } of container.items) {
    if (!isMergeKey(key)) continue;
    const source = isAlias(value) ? aliases.get(value) : value;
    for (const map of isSeq(source) ? source.items : [source]) {
      const found = step(isAlias(map) ? aliases.get(map) : map, token, aliases);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** `200` and `1.10` as keys are the text that was written, not a number's canonical form. */
export function keyText(value: unknown, source: string | undefined): string {
  return typeof value === "string" ? value : (source ?? String(value));
}

export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.type === "PLAIN" && key.value === "<<";
}

export function startOf(node: unknown): number {
  return (isScalar(node) || isAlias(node) || isMap(node) || isSeq(node)) && node.range
    ? node.range[0]
    : 0;
}
