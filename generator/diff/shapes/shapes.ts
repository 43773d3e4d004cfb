/** Changes between two shapes, seen from whoever writes the value (request) or reads it (response). */
import type { Shape } from "../../model/types/index.js";
import { type Change, change, type Direction, type Spot } from "../rules/change.js";
import { compareNotes, compareOwnNotes } from "./notes.js";
import { compareProperties } from "./properties.js";
import { typeText } from "./type-text.js";
import { alternatives, canonical, isObjectShape } from "./variants.js";

export function compareShapes(
  before: Shape,
  after: Shape,
  direction: Direction,
  spot: Spot,
): Change[] {
  if (canonical(before) === canonical(after)) return compareNotes(before, after, spot);
  const old = alternatives(before);
  const now = alternatives(after);
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, shape]) => shape);
  const added = [...now].filter(([key]) => !old.has(key)).map(([, shape]) => shape);
  const [gone] = removed;
  const [come] = added;
  const pairs =
    removed.length === 1 && added.length === 1 && gone !== undefined && come !== undefined;
  const isOpen = isAnyString(old) && isAnyString(now);
  const inner = pairs ? compareInside(gone, come, direction, spot) : undefined;
  return [
    ...compareOwnNotes(before, after, spot),
    ...[...old].flatMap(([key, shape]) => compareNotes(shape, now.get(key) ?? shape, spot)),
    ...(inner ?? [
      ...removed.map((shape) =>
        change(ruleFor(shape, direction, false, isOpen), spot, typeText(shape)),
      ),
      ...added.map((shape) =>
        change(ruleFor(shape, direction, true, isOpen), spot, undefined, typeText(shape)),
      ),
    ]),
  ];
}

/** Two alternatives of the same kind differ somewhere inside; undefined where they are of different kinds. */
function compareInside(
  before: Shape,
  after: Shape,
  direction: Direction,
  spot: Spot,
): Change[] | undefined {
  if (isObjectShape(before) && isObjectShape(after)) {
    return compareProperties(before, after, direction, spot, compareShapes);
  }
  if (before.symbol?.kind === "list" && after.symbol?.kind === "list") {
    const items = { pointer: `${spot.pointer}/properties/data/items`, symbol: `${spot.symbol}[]` };
    return compareShapes(before.symbol.item, after.symbol.item, direction, items);
  }
  if (before.items !== undefined && after.items !== undefined) {
    const items = { pointer: `${spot.pointer}/items`, symbol: `${spot.symbol}[]` };
    return compareShapes(before.items, after.items, direction, items);
  }
  const olds = before.allOf ?? [];
  const news = after.allOf ?? [];
  if (olds.length === 0 || olds.length !== news.length) return undefined;
  return olds.flatMap((shape, n) => {
    const part = { ...spot, pointer: `${spot.pointer}/allOf/${n}` };
    return compareShapes(shape, news[n] ?? {}, direction, part);
  });
}

function ruleFor(shape: Shape, direction: Direction, added: boolean, isOpen: boolean) {
  const isNull = shape.type === "null";
  const isValue = shape.enum !== undefined;
  if (isOpen && isString(shape)) return added ? "known-value-added" : "known-value-removed";
  if (direction === "request") {
    if (isValue) return added ? "request-enum-value-added" : "request-enum-value-removed";
    return added ? "request-type-widened" : "request-type-narrowed";
  }
  if (isNull) {
    return added ? "response-property-became-nullable" : "response-property-became-not-nullable";
  }
  if (isValue) return added ? "response-enum-value-added" : "response-enum-value-removed";
  return added ? "response-type-widened" : "response-type-narrowed";
}

/** A union of some strings with every string is open: its values are only known ones. */
function isAnyString(shapes: ReadonlyMap<string, Shape>): boolean {
  return shapes.has(canonical({ type: "string" }));
}

function isString(shape: Shape): boolean {
  return shape.enum !== undefined && shape.enum.every((value) => typeof value === "string");
}
