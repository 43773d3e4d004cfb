import type { Container } from "../proof/problems.js";
import {
  isObject,
  isReference,
  itemOf,
  type Json,
  type JsonObject,
  nodeAt,
  setMember,
} from "../parse/json-value.js";
import type { Found } from "./library.js";
import type { Origin, Origins } from "../places/origins.js";

/** A member of the document that holds a path item with a `$ref`. */
export interface PathItemSlot {
  readonly container: Container;
  readonly key: string;
  readonly tokens: readonly string[];
  readonly node: JsonObject;
}

/** Replaces references to path items by path items: 3.0 has no component section to put them in. */
export class PathItems {
  readonly #root: JsonObject;
  readonly #origins: Origins;
  readonly #waiting: { readonly slot: PathItemSlot; readonly place: readonly string[] }[] = [];
  readonly #brought = new Set<string>();

  constructor(root: JsonObject, origins: Origins) {
    this.#root = root;
    this.#origins = origins;
  }

  /** Puts a path item of another file into its slot; `false` when it has been there before. */
  bring(slot: PathItemSlot, found: Found): boolean {
    // Two ways lead to this slot, and the other one came first.
    if (itemOf(slot.container, slot.key) !== slot.node) return true;
    const hop = JSON.stringify([slot.tokens, found.file.url, found.tokens]);
    if (this.#brought.has(hop)) return false;
    this.#brought.add(hop);
    if (isObject(found.node)) this.#put(slot, found.node, found);
    return true;
  }

  /** Notes a slot for a path item of the document itself, which may be a reference until the end. */
  wait(slot: PathItemSlot, place: readonly string[]): void {
    this.#waiting.push({ slot, place });
  }

  /** Fills the slots that wait; `cycle` is called with one that has no end. */
  fill(cycle: (slot: PathItemSlot) => never): void {
    const places = new Map<Json, readonly string[]>();
    for (const { slot, place } of this.#waiting) places.set(slot.node, place);
    for (const { slot, place } of this.#waiting) {
      let end = place;
      let target = nodeAt(this.#root, end);
      const chain = new Set<Json>([slot.node]);
      while (isReference(target)) {
        if (chain.has(target)) cycle(slot);
        chain.add(target);
        end = places.get(target) ?? end;
        target = nodeAt(this.#root, end);
      }
      if (isObject(target)) this.#put(slot, target, this.#origins.of(end));
    }
  }

  #put(slot: PathItemSlot, target: JsonObject, origin: Origin): void {
    const { container, key, node } = slot;
    const beside = Object.keys(node).filter((name) => name !== "$ref");
    const item = beside.length === 0 ? target : this.#combine(slot, beside, target, origin);
    if (!isObject(container)) return;
    setMember(container, key, item);
    this.#origins.graft(container, key, origin);
  }

  /** What stands beside the `$ref` wins over the target's own; the specification leaves it open. */
  #combine(
    { node, tokens }: PathItemSlot,
    beside: readonly string[],
    target: JsonObject,
    origin: Origin,
  ): JsonObject {
    const item: JsonObject = {};
    for (const [name, value] of Object.entries(target)) {
      setMember(item, name, value);
      this.#origins.graft(item, name, this.#origins.below(target, name, origin));
    }
    for (const name of beside) {
      setMember(item, name, node[name] ?? null);
      this.#origins.graft(item, name, this.#origins.of([...tokens, name]));
    }
    return item;
  }
}
