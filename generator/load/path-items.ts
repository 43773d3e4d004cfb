import { isObject, type JsonObject, setMember } from "./json-value.js";
import type { Origin, Origins } from "./origins.js";
import type { Container } from "./walk.js";

/** A member of the document that holds a path item with a `$ref`. */
export interface PathItemSlot {
  readonly container: Container;
  readonly key: string;
  readonly tokens: readonly string[];
  readonly node: JsonObject;
}

/**
 * Puts a path item in the place of a reference to it. What stands beside the `$ref` wins over the
 * target's own; the specification leaves that open.
 */
export function putPathItem(
  { container, key, tokens, node }: PathItemSlot,
  target: JsonObject,
  origin: Origin,
  origins: Origins,
): void {
  const beside = Object.keys(node).filter((name) => name !== "$ref");
  let item = target;
  if (beside.length > 0) {
    item = {};
    for (const [name, value] of Object.entries(target)) {
      setMember(item, name, value);
      origins.graft(item, name, origins.below(target, name, origin));
    }
    for (const name of beside) {
      setMember(item, name, node[name] ?? null);
      origins.graft(item, name, origins.of([...tokens, name]));
    }
  }
  if (!isObject(container)) return;
  setMember(container, key, item);
  origins.graft(container, key, origin);
}
