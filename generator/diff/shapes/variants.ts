/** A shape as a set of alternatives that can be compared one by one. */
import type { Shape } from "../../model/types/index.js";
import { openTypes } from "../../model/types/shape.js";

/** Every alternative under its canonical text: members of unions, single values, and `null`. */
export function alternatives(shape: Shape): ReadonlyMap<string, Shape> {
  const found = new Map<string, Shape>();
  collect(shape, found);
  return found;
}

function collect(shape: Shape, found: Map<string, Shape>): void {
  const { nullable, anyOf, oneOf, enum: values, ...rest } = shape;
  if (nullable === true) add({ type: "null" }, found);
  const options = [...(anyOf ?? []), ...(oneOf ?? [])];
  for (const option of options) collect(option, found);
  for (const value of values ?? []) add({ enum: [value] }, found);
  for (const type of openTypes(shape)) add({ type }, found);
  // The same object where nothing was taken off: a comparison knows by it what it has met.
  if (options.length === 0 && values === undefined) add(nullable === true ? rest : shape, found);
}

function add(shape: Shape, found: Map<string, Shape>): void {
  found.set(canonical(shape), shape);
}

/** The same text for types that accept the same values: keys sorted, notes and the order of sets left out. */
export function canonical(shape: Shape): string {
  return JSON.stringify(shape, (key, value: unknown) => {
    if (Array.isArray(value)) return SETS.has(key) ? value.map((item) => item).sort() : value;
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).filter(
      // A property may have any name, also one of a keyword.
      ([name]) => key === "properties" || !NOTES.has(name),
    );
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const NOTES = new Set("description deprecated format limits example default container".split(" "));
const SETS = new Set(["required", "enum"]);

export function isObjectShape(shape: Shape): boolean {
  return (
    shape.symbol === undefined &&
    shape.$ref === undefined &&
    (shape.properties !== undefined || shape.additionalProperties !== undefined)
  );
}
