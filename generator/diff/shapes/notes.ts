/** Changes of what is said about types, not of the types. */
import type { Shape } from "../../model/types/index.js";
import { child } from "../../openapi/pointer.js";
import { type Change, change, type Spot } from "../rules/change.js";

/** Equal types may still be described differently, anywhere inside. */
export function compareNotes(before: Shape, after: Shape, spot: Spot): Change[] {
  const changes = compareOwnNotes(before, after, spot);
  for (const [place, symbol, inner] of partsOf(after)) {
    const old = partsOf(before).find(([known]) => known === place)?.[2];
    if (old === undefined) continue;
    const at = { pointer: spot.pointer + place, symbol: spot.symbol + symbol };
    changes.push(...compareNotes(old, inner, at));
  }
  return changes;
}

type Part = readonly [place: string, symbol: string, shape: Shape];

function partsOf({ properties, items, additionalProperties, symbol, ...rest }: Shape): Part[] {
  const properly = Object.entries(properties ?? {}).map(([name, shape]): Part => {
    return [child("/properties", name), `.${name}`, shape];
  });
  const options = (["allOf", "anyOf", "oneOf", "prefixItems"] as const).flatMap((keyword) =>
    (rest[keyword] ?? []).map((shape, n): Part => [`/${keyword}/${n}`, "", shape]),
  );
  const others: Part[] = [];
  if (items !== undefined) others.push(["/items", "[]", items]);
  if (symbol?.kind === "list") others.push(["/properties/data/items", "[]", symbol.item]);
  if (typeof additionalProperties === "object") {
    others.push(["/additionalProperties", "[string]", additionalProperties]);
  }
  return [...properly, ...options, ...others];
}

export function compareOwnNotes(before: Shape, after: Shape, spot: Spot): Change[] {
  const changes: Change[] = [];
  if (before.description !== after.description) {
    changes.push(change("docs-changed", spot, before.description, after.description));
  }
  if (before.deprecated !== true && after.deprecated === true) {
    changes.push(change("deprecated", spot));
  }
  return changes;
}
