import type { Json } from "../parse/json-value.js";

/** References that point at references, and where each stands. */
export interface Link {
  readonly target: Json;
  readonly tokens: readonly string[];
}

/** A reference from which no chain of references ever arrives, if there is one. */
export function findCycle(links: ReadonlyMap<Json, Link>): Link | undefined {
  const arrives = new Set<Json>();
  for (const [start, link] of links) {
    const chain = new Set<Json>();
    for (let node = start; !arrives.has(node);) {
      if (chain.has(node)) return link;
      chain.add(node);
      const next = links.get(node);
      if (next === undefined) break;
      node = next.target;
    }
    for (const node of chain) arrives.add(node);
  }
  return undefined;
}
