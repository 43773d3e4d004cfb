/** Schemas whose examples could hold themselves: only there an example has to be told where to stop. */
import { keysIn } from "../model/types/references.js";
import type { ExpandGraph, NamedSchema } from "../model/types/index.js";

/** The keys of the schemas from which references lead into a cycle. */
export function endlessKeys(
  schemas: readonly NamedSchema[],
  expand: ExpandGraph,
): ReadonlySet<string> {
  const referring = new Map(schemas.map(({ key }) => [key, [] as string[]]));
  /** How many of a schema's references may still be endless. */
  const open = new Map<string, number>();
  for (const { key, shape } of schemas) {
    const keys = keysIn([shape, ...(expand.get(key)?.includable.values() ?? [])]);
    const next = new Set(keys.filter((to) => referring.has(to)));
    open.set(key, next.size);
    for (const to of next) referring.get(to)?.push(key);
  }
  const ended = [...open.keys()].filter((key) => open.get(key) === 0);
  // Grows while it is walked: what only refers to schemas that end does end.
  for (const key of ended) {
    for (const from of referring.get(key) ?? []) {
      const left = (open.get(from) ?? 0) - 1;
      open.set(from, left);
      if (left === 0) ended.push(from);
    }
  }
  for (const key of ended) open.delete(key);
  return new Set(open.keys());
}
