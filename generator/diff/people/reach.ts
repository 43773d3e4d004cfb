/** Which operations a schema reaches, the nearest first. */
import { paramShapes, responseShapes } from "../../model/types/response-shapes.js";
import { keysIn } from "../../model/types/references.js";
import type { Model, Operation } from "../../model/types/index.js";

export interface Reached {
  readonly operation: Operation;
  /** How many schemas lie between: 1 where the operation itself speaks of it. */
  readonly distance: number;
}

/** Key of a schema → the operations that take it or return it, in whatever depth. */
export function reachOf({ schemas, operations }: Model): ReadonlyMap<string, readonly Reached[]> {
  const next = new Map(schemas.map(({ key, shape }) => [key, keysIn(shape)]));
  const found = new Map<string, Reached[]>();
  for (const operation of operations) {
    const shapes = [...paramShapes(operation), ...responseShapes(operation)];
    for (const [key, distance] of distances(keysIn(shapes), next)) {
      const known = found.get(key);
      if (known === undefined) found.set(key, [{ operation, distance }]);
      else known.push({ operation, distance });
    }
  }
  for (const list of found.values()) list.sort((a, b) => a.distance - b.distance);
  return found;
}

function distances(
  start: readonly string[],
  next: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let ring = start;
  for (let distance = 1; ring.length > 0; distance += 1) {
    const fresh = [...new Set(ring)].filter((key) => !found.has(key));
    for (const key of fresh) found.set(key, distance);
    ring = fresh.flatMap((key) => next.get(key) ?? []);
  }
  return found;
}
