/** Schemas that consist of each other in a row: `$ref` to a `$ref`, an `allOf` of an `allOf`. */
import { UnfoldError } from "../../support/diagnostic.js";
import { parsePointer } from "../../openapi/pointer.js";
import { getMember, isObject, type Json, type JsonObject, nodeAt } from "../parse/json-value.js";
import type { Origins } from "../places/origins.js";

/** TypeScript 5 runs out of stack at some 700 aliases of each other; people write three or four. */
export const MAX_CHAIN = 200;

interface Link {
  readonly node: JsonObject;
  /** What it consists of and is still to be followed. */
  readonly parts: Json[];
}

/**
 * Refuses a document in which more than {@link MAX_CHAIN} schemas in a row each consist of the next. What properties and
 * items hold does not count: it is a type of its own. Nor does a cycle, which the model takes apart.
 * @throws UnfoldError at the first one that begins such a chain
 */
export function refuseChains(root: JsonObject, origins: Origins): void {
  const lengths = new Map<JsonObject, number>();
  const tokens: string[] = [];
  visit(root);

  function visit(value: Json): void {
    if (typeof value !== "object" || value === null) return;
    if (isObject(value) && hasParts(value) && beginsChain(root, value, lengths)) {
      throw new UnfoldError({
        code: "too-deep",
        message: `more than ${MAX_CHAIN} schemas in a row each consist of the next`,
        location: origins.locate(tokens),
        hint: "Refer to the last of them instead",
      });
    }
    // `load` has refused what is too deep for this.
    for (const [key, inner] of Object.entries(value)) {
      tokens.push(key);
      visit(inner);
      tokens.pop();
    }
  }
}

/** Without recursion, which is what long chains are a danger to. */
function beginsChain(
  root: JsonObject,
  start: JsonObject,
  lengths: Map<JsonObject, number>,
): boolean {
  const open: Link[] = [];
  const enter = (node: Json | undefined): void => {
    if (!isObject(node) || lengths.has(node)) return;
    // Zero until it is known: a cycle adds nothing.
    lengths.set(node, 0);
    open.push({ node, parts: partsOf(root, node) });
  };
  enter(start);
  for (let link = open.at(-1); link !== undefined; link = open.at(-1)) {
    const part = link.parts.pop();
    if (part !== undefined) {
      enter(part);
      continue;
    }
    let length = 1;
    for (const each of partsOf(root, link.node)) {
      if (isObject(each)) length = Math.max(length, 1 + (lengths.get(each) ?? 0));
    }
    lengths.set(link.node, length);
    if (length > MAX_CHAIN) return true;
    open.pop();
  }
  return false;
}

/** Whether an object may consist of others. */
function hasParts(node: JsonObject): boolean {
  return "$ref" in node || "allOf" in node || "anyOf" in node || "oneOf" in node;
}

function partsOf(root: JsonObject, node: JsonObject): Json[] {
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const value = getMember(node, keyword);
    return Array.isArray(value) ? value : [];
  });
  const ref = getMember(node, "$ref");
  const tokens =
    typeof ref === "string" && ref.startsWith("#") ? parsePointer(ref.slice(1)) : undefined;
  const target = tokens && nodeAt(root, tokens);
  return target === undefined ? parts : [...parts, target];
}
