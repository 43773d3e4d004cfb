import { responseShapes, paramShapes } from "../types/response-shapes.js";
import { keysIn } from "../types/references.js";
import type { ExpandGraph, NamedSchema, Operation, Shape } from "../types/index.js";

/** All that an operation is made of. */
export function operationShapes(operation: Operation): Shape[] {
  return [
    ...operation.pathParameters.map(({ shape }) => shape),
    ...paramShapes(operation),
    ...responseShapes(operation),
    ...(operation.callbacks ?? []).map(({ shape }) => shape),
  ];
}

/** The keys at which one can arrive from others, by references and by expansion. */
export function reachableKeys(
  starts: readonly string[],
  schemas: readonly NamedSchema[],
  expand: ExpandGraph,
): ReadonlySet<string> {
  const shapes = new Map(schemas.map(({ key, shape }) => [key, shape]));
  const found = new Set<string>();
  const waiting = [...starts];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (found.has(key)) continue;
    found.add(key);
    keysIn(shapes.get(key), waiting);
    const node = expand.get(key);
    if (node === undefined) continue;
    for (const targets of node.targets.values()) for (const to of targets) waiting.push(to);
    for (const { keys } of node.walked.values()) for (const to of keys) waiting.push(to);
    for (const shape of node.includable.values()) keysIn(shape, waiting);
  }
  return found;
}
