/** Changes between the properties of two object shapes. */
import { requires } from "../../openapi/required.js";
import type { Shape } from "../../model/types/index.js";
import { child, member } from "../../openapi/pointer.js";
import { type Change, change, type Direction, type Spot } from "../rules/change.js";
import { typeText } from "./type-text.js";
import type { View } from "./view.js";

/** Compares two shapes; passed in, because shapes hold properties and properties hold shapes. */
export type CompareShapes = (before: Shape, after: Shape, view: View, spot: Spot) => Change[];

export function compareProperties(
  before: Shape,
  after: Shape,
  view: View,
  spot: Spot,
  compareShapes: CompareShapes,
): Change[] {
  const { direction } = view;
  const names = new Set([
    ...Object.keys(before.properties ?? {}),
    ...Object.keys(after.properties ?? {}),
  ]);
  const changes = Array.from(names, (name) => {
    const at = {
      pointer: child(`${spot.pointer}/properties`, name),
      symbol: `${spot.symbol}.${name}`,
    };
    const old = propertyOf(before, name);
    const now = propertyOf(after, name);
    if (old === undefined && now !== undefined) return [added(direction, now, at)];
    if (old !== undefined && now === undefined) {
      return [change(`${direction}-property-removed`, at, typeText(old.shape))];
    }
    if (old === undefined || now === undefined) return [];
    return [...presence(direction, old, now, at), ...compareShapes(old.shape, now.shape, view, at)];
  });
  return [...changes.flat(), ...compareAdditional(before, after, view, spot, compareShapes)];
}

interface Property {
  readonly shape: Shape;
  readonly required: boolean;
}

function propertyOf(object: Shape, name: string): Property | undefined {
  const shape = member(object.properties, name) as Shape | undefined;
  return shape && { shape, required: requires(object, name) };
}

function added(direction: Direction, { shape, required }: Property, at: Spot): Change {
  const rule =
    direction === "request" && required
      ? "request-required-property-added"
      : (`${direction}-property-added` as const);
  return change(rule, at, undefined, typeText(shape));
}

function presence(direction: Direction, old: Property, now: Property, at: Spot): Change[] {
  if (old.required === now.required) return [];
  return [change(`${direction}-property-became-${now.required ? "required" : "optional"}`, at)];
}

/** Values under names that are not listed. */
function compareAdditional(
  before: Shape,
  after: Shape,
  view: View,
  spot: Spot,
  compareShapes: CompareShapes,
): Change[] {
  const { direction } = view;
  const old = additional(before);
  const now = additional(after);
  const at = { pointer: `${spot.pointer}/additionalProperties`, symbol: `${spot.symbol}[string]` };
  if (old !== undefined && now !== undefined) return compareShapes(old, now, view, at);
  if (old === undefined && now === undefined) return [];
  const widened = old === undefined;
  // An index signature that goes away takes the access to unlisted names with it.
  return [change(`${direction}-${widened ? "property-added" : "property-removed"}`, at)];
}

function additional({ additionalProperties: rest }: Shape): Shape | undefined {
  if (rest === undefined || rest === false) return undefined;
  return rest === true ? {} : rest;
}
