/** The schemas that an API is about: those that its operations return, and those that ids stand for. */
import { schemasByKey } from "../types/by-key.js";
import { componentKey } from "../types/references.js";
import type { ExpandGraph, NamedSchema, Operation, Shape } from "../types/index.js";

export interface Returning {
  readonly operations: readonly Operation[];
  readonly schemas: readonly NamedSchema[];
  readonly expand: ExpandGraph;
}

/** Their keys, in the order in which they are met. */
export function returnedKeys({ operations, schemas, expand }: Returning): ReadonlySet<string> {
  const byKey = schemasByKey(schemas);
  const keys = new Set<string>();
  const add = (shape: Shape): void => {
    const key = shape.$ref === undefined ? undefined : componentKey(shape.$ref);
    for (const option of [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])]) add(option);
    if (key === undefined || keys.has(key)) return;
    keys.add(key);
    const target = byKey.get(key)?.shape;
    if (target !== undefined && target.properties === undefined) add(target);
  };
  for (const { response } of operations) {
    if (response.kind === "json") add(response.shape);
    if (response.kind === "page") add(response.item);
  }
  for (const { targets, includable } of expand.values()) {
    for (const key of [...targets.values()].flat()) keys.add(key);
    for (const { symbol } of includable.values()) if (symbol?.kind === "list") add(symbol.item);
  }
  return keys;
}
