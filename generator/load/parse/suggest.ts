import type { Json } from "./json-value.js";
import { itemOf, isObject } from "./json-value.js";
import { nearest } from "../../support/nearest.js";

/** The key that somebody may have meant with the first of `tokens` that does not resolve. */
export function suggest(root: Json, tokens: readonly string[]): string | undefined {
  let value: Json | undefined = root;
  for (const token of tokens) {
    const next = itemOf(value, token);
    if (next === undefined) return isObject(value) ? nearest(token, Object.keys(value)) : undefined;
    value = next;
  }
  return undefined;
}
