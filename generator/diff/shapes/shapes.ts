/** Changes between two shapes, seen from whoever writes the value (request) or reads it (response). */
import type { Shape } from "../../model/types/index.js";
import type { Change, Spot } from "../rules/change.js";
import { compareAlternatives } from "./alternatives.js";
import { compareNotes, compareOwnNotes, itemsAt } from "./notes.js";
import { compareProperties } from "./properties.js";
import { alternatives, canonical, isObjectShape } from "./variants.js";
import type { View } from "./view.js";

export function compareShapes(before: Shape, after: Shape, view: View, spot: Spot): Change[] {
  if (canonical(before) === canonical(after)) return compareNotes(before, after, spot);
  const old = alternatives(before);
  const now = alternatives(after);
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, shape]) => shape);
  const added = [...now].filter(([key]) => !old.has(key)).map(([, shape]) => shape);
  const [gone] = removed;
  const [come] = added;
  const pairs =
    removed.length === 1 && added.length === 1 && gone !== undefined && come !== undefined;
  const inner = pairs ? compareInside(gone, come, view, spot) : undefined;
  return [
    ...compareOwnNotes(before, after, spot),
    ...[...old].flatMap(([key, shape]) => compareNotes(shape, now.get(key) ?? shape, spot)),
    ...(inner ?? compareAlternatives({ old, now, removed, added }, view, spot)),
  ];
}

/** Two alternatives of the same kind differ somewhere inside; undefined where they are of different kinds. */
function compareInside(before: Shape, after: Shape, view: View, spot: Spot): Change[] | undefined {
  if (isObjectShape(before) && isObjectShape(after)) {
    return compareProperties(before, after, view, spot, compareShapes);
  }
  if (before.symbol?.kind === "list" && after.symbol?.kind === "list") {
    const items = {
      pointer: spot.pointer + itemsAt(after.symbol.items),
      symbol: `${spot.symbol}[]`,
    };
    return compareShapes(before.symbol.item, after.symbol.item, view, items);
  }
  if (before.items !== undefined && after.items !== undefined) {
    const items = { pointer: `${spot.pointer}/items`, symbol: `${spot.symbol}[]` };
    return compareShapes(before.items, after.items, view, items);
  }
  const olds = before.allOf ?? [];
  const news = after.allOf ?? [];
  if (olds.length === 0 || olds.length !== news.length) return undefined;
  return olds.flatMap((shape, n) => {
    const part = { ...spot, pointer: `${spot.pointer}/allOf/${n}` };
    return compareShapes(shape, news[n] ?? {}, view, part);
  });
}
