import { answerShapes, paramShapes } from "../types/response-shapes.js";
import { componentKey } from "../context/extensions.js";
import type { ExpandGraph, NamedSchema, Operation, Shape } from "../types/index.js";

/** The keys of all schemas that a shape, or whatever holds shapes, refers to. */
export function keysIn(value: unknown, keys: string[] = []): string[] {
  if (typeof value !== "object" || value === null) return keys;
  for (const [name, inner] of Object.entries(value)) {
    const key = name === "$ref" && typeof inner === "string" ? componentKey(inner) : undefined;
    if (key === undefined) keysIn(inner, keys);
    else keys.push(key);
  }
  return keys;
}

/** All that an operation is made of. */
export function operationShapes(operation: Operation): Shape[] {
  return [
    ...operation.pathParameters.map(({ shape }) => shape),
    ...paramShapes(operation),
    ...answerShapes(operation),
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
    waiting.push(...keysIn(shapes.get(key)));
    const node = expand.get(key);
    if (node === undefined) continue;
    waiting.push(...[...node.targets.values()].flat());
    waiting.push(...[...node.walked.values()].flatMap(({ keys }) => keys));
    for (const shape of node.includable.values()) waiting.push(...keysIn(shape));
  }
  return found;
}
