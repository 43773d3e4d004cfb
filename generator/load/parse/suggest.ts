import type { Json } from "./json-value.js";
import { itemOf, isObject } from "./json-value.js";

/** The key that somebody may have meant with the first of `tokens` that leads to nothing. */
export function suggest(root: Json, tokens: readonly string[]): string | undefined {
  let value: Json | undefined = root;
  for (const token of tokens) {
    const next = itemOf(value, token);
    if (next === undefined) return isObject(value) ? nearest(token, Object.keys(value)) : undefined;
    value = next;
  }
  return undefined;
}

/** The key that is written most like another one; undefined where none is. */
export function nearest(wanted: string, keys: Iterable<string>): string | undefined {
  // Of a short key nearly every edit makes another one.
  const limit = wanted.length < 3 ? 0 : Math.max(2, Math.floor(wanted.length / 4));
  let best: string | undefined;
  let least = limit + 1;
  for (const key of keys) {
    if (Math.abs(key.length - wanted.length) >= least) continue;
    const distance = key.toLowerCase() === wanted.toLowerCase() ? 0 : editDistance(wanted, key);
    if (distance < least) [best, least] = [key, distance];
  }
  return best;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, character] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (row[column - 1] ?? 0) + (character === b[column - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? Number.POSITIVE_INFINITY;
}
