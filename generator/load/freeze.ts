import { UnfoldError } from "../diagnostic.js";
import type { Json } from "./json-value.js";
import type { Origins } from "./origins.js";

/** Deeper documents would exhaust the stack of whoever walks them. */
const MAX_DEPTH = 500;

export function deepFreeze(root: Json, origins: Origins): void {
  const tokens: string[] = [];
  visit(root);

  function visit(value: Json): void {
    if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
    if (tokens.length > MAX_DEPTH) {
      throw new UnfoldError({
        code: "too-deep",
        message: `the document is nested deeper than ${MAX_DEPTH} levels`,
        location: origins.locate(tokens),
        hint: "Move inner parts to components and refer to them",
      });
    }
    Object.freeze(value);
    for (const [key, item] of Object.entries(value)) {
      if (typeof item !== "object" || item === null) continue;
      tokens.push(key);
      visit(item);
      tokens.pop();
    }
  }
}
