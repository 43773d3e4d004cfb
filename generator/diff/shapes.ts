/** Changes between two shapes, seen from whoever writes the value (request) or reads it (response). */
import type { Shape } from "../model/types.js";
import { child } from "../pointer.js";
import { type Change, change, type Direction, type Spot } from "./change.js";
import { compareProperties } from "./properties.js";
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
  const inner = pairs ? compareInside(gone, come, direction, spot) : undefined;
  return [
    ...compareOwnNotes(before, after, spot),
    ...(inner ?? [
      ...removed.map((shape) => change(ruleFor(shape, direction, false), spot, text(shape))),
      ...added.map((shape) =>
        change(ruleFor(shape, direction, true), spot, undefined, text(shape)),
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

function ruleFor(shape: Shape, direction: Direction, added: boolean) {
  const isNull = shape.type === "null";
  const isValue = shape.enum !== undefined;
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

function text(shape: Shape): string {
  if (shape.enum !== undefined) return shape.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (shape.type === "null") return "null";
  return canonical(shape);
}

/** Equal types may still be described differently, anywhere inside. */
function compareNotes(before: Shape, after: Shape, spot: Spot): Change[] {
  const changes = compareOwnNotes(before, after, spot);
  for (const [name, property] of Object.entries(after.properties ?? {})) {
    const old = Object.entries(before.properties ?? {}).find(([known]) => known === name)?.[1];
    if (old === undefined) continue;
    const inner = {
      pointer: child(`${spot.pointer}/properties`, name),
      symbol: `${spot.symbol}.${name}`,
    };
    changes.push(...compareNotes(old, property, inner));
  }
  return changes;
}

function compareOwnNotes(before: Shape, after: Shape, spot: Spot): Change[] {
  const changes: Change[] = [];
  if (before.description !== after.description) {
    changes.push(change("docs-changed", spot, before.description, after.description));
  }
  if (before.deprecated !== true && after.deprecated === true) {
    changes.push(change("deprecated", spot));
  }
  return changes;
}
