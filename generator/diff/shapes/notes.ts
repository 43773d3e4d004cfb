/** Changes of what is said about types, not of the types. */
import type { Shape } from "../../model/types/index.js";
import { child } from "../../openapi/pointer.js";
import { type Change, change, type Spot } from "../rules/change.js";
import { compareProse } from "../rules/prose.js";

/** Equal types may still be described differently, anywhere inside. */
export function compareNotes(before: Shape, after: Shape, spot: Spot): Change[] {
  const changes = compareOwnNotes(before, after, spot);
  const known = new Map(partsOf(before).map(([place, , shape]) => [place, shape]));
  for (const [place, symbol, inner] of partsOf(after)) {
    const old = known.get(place);
    if (old === undefined) continue;
    const at = { pointer: spot.pointer + place, symbol: spot.symbol + symbol };
    for (const found of compareNotes(old, inner, at)) changes.push(found);
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
  if (symbol?.kind === "list") others.push([itemsAt(symbol.items), "[]", symbol.item]);
  if (typeof additionalProperties === "object") {
    others.push(["/additionalProperties", "[string]", additionalProperties]);
  }
  return [...properly, ...options, ...others];
}

/** From a container to the schema of its items. */
export function itemsAt(property: string): string {
  return `${child("/properties", property)}/items`;
}

export function compareOwnNotes(before: Shape, after: Shape, spot: Spot): Change[] {
  const changes: Change[] = [];
  changes.push(...compareProse(before.description, after.description, spot));
  if (before.deprecated !== true && after.deprecated === true) {
    changes.push(change("deprecated", spot));
  }
  return changes;
}
