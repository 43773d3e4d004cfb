/** Changes between what a value may be, where that is not one thing that differs inside. */
import type { Shape } from "../../model/types/index.js";
import { type Change, change, type Spot } from "../rules/change.js";
import type { RuleId } from "../rules/rules.js";
import { fits } from "./fits.js";
import { objectOf, type ObjectShape } from "./object-shape.js";
import { unionTexts } from "./type-text.js";
import { canonical } from "./variants.js";
import type { Schemas, View } from "./view.js";

export interface Alternatives {
  readonly old: ReadonlyMap<string, Shape>;
  readonly now: ReadonlyMap<string, Shape>;
  /** Those of `old` that are not literally in `now`, and the other way around. */
  readonly removed: readonly Shape[];
  readonly added: readonly Shape[];
}

export function compareAlternatives(given: Alternatives, view: View, spot: Spot): Change[] {
  const { direction, before, after } = view;
  // Which paths there are is told of what can be expanded.
  if ([...given.removed, ...given.added].some(isExpand)) return [];
  const covered = (
    shape: Shape,
    by: ReadonlyMap<string, Shape>,
    values: Schemas,
    targets: Schemas,
  ) => [...by.values()].some((other) => fits(shape, other, { direction, values, targets }));
  const isOpen = isAnyString(given.old) && isAnyString(given.now);
  const isKnown = (shape: Shape): boolean => isOpen && isString(shape);
  const lost = given.removed.filter(
    (one) => isKnown(one) || !covered(one, given.now, before, after),
  );
  const come = given.added.filter((one) => isKnown(one) || !covered(one, given.old, after, before));
  const special = (shape: Shape): boolean => isNull(shape) || isValue(shape);
  return [
    ...lost.filter(special).map((one) => single(one, false, isKnown(one), view, spot)),
    ...come.filter(special).map((one) => single(one, true, isKnown(one), view, spot)),
    ...compareTypes(
      given,
      lost.filter((one) => !special(one)),
      come.filter((one) => !special(one)),
      view,
      spot,
    ),
  ];
}

/** One value, or null. */
function single(shape: Shape, added: boolean, isKnown: boolean, view: View, spot: Spot): Change {
  const rule = ruleOf(shape, added, isKnown, view);
  const [text] = unionTexts([shape], []);
  return added ? change(rule, spot, undefined, text) : change(rule, spot, text);
}

function ruleOf(shape: Shape, added: boolean, isKnown: boolean, { direction }: View): RuleId {
  const verb = added ? "added" : "removed";
  if (isKnown) return `known-value-${verb}`;
  if (isValue(shape)) return `${direction}-enum-value-${verb}`;
  if (direction === "request") return added ? "request-type-widened" : "request-type-narrowed";
  return added ? "response-property-became-nullable" : "response-property-became-not-nullable";
}

/** All types that come and go at one place are one change. */
function compareTypes(
  { old, removed, added }: Alternatives,
  lost: readonly Shape[],
  come: readonly Shape[],
  view: View,
  spot: Spot,
): Change[] {
  const isResponse = view.direction === "response";
  if (lost.length === 0 && come.length === 0) return [];
  const [from, to] = unionTexts(
    lost.length > 0 ? lost : removed.filter((one) => !isNull(one)),
    come.length > 0 ? come : added.filter((one) => !isNull(one)),
  );
  if (come.length === 0) return [change(`${view.direction}-type-narrowed`, spot, from, to)];
  if (!isResponse) {
    const rule = lost.length > 0 ? "request-type-narrowed" : "request-type-widened";
    return [change(rule, spot, from, to)];
  }
  const isCase = lost.length === 0 && come.every((one) => addsCase([...old.values()], one, view));
  return [change(isCase ? "response-type-added" : "response-type-widened", spot, from, to)];
}

/**
 * Whether code that reads one of several objects has told them apart already, so that one more is a case more: it
 * reads at once only what all of them have.
 */
function addsCase(old: readonly Shape[], come: Shape, { before, after }: View): boolean {
  const known = old.flatMap((shape) => objectOf(shape, before) ?? []);
  const isUnion = known.length > 1 && known.length === old.filter((one) => !isNull(one)).length;
  const now = objectOf(come, after);
  return isUnion && now !== undefined && sharedNames(known).every((name) => has(now, name));
}

function sharedNames([first, ...others]: readonly ObjectShape[]): readonly string[] {
  const names = Object.keys(first?.properties ?? {});
  return names.filter((name) => others.every((other) => has(other, name)));
}

function has({ properties }: ObjectShape, name: string): boolean {
  return Object.hasOwn(properties, name);
}

function isNull(shape: Shape): boolean {
  return shape.type === "null";
}

function isExpand({ symbol }: Shape): boolean {
  return symbol?.kind === "expand";
}

function isValue(shape: Shape): boolean {
  return shape.enum !== undefined;
}

/** A union of some strings with every string is open: its values are only known ones. */
function isAnyString(shapes: ReadonlyMap<string, Shape>): boolean {
  return shapes.has(canonical({ type: "string" }));
}

function isString(shape: Shape): boolean {
  return shape.enum !== undefined && shape.enum.every((value) => typeof value === "string");
}
