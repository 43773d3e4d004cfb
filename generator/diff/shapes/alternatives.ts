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
  // Of an enum that opens, the values that come with it are known ones as well.
  const isKnown = (shape: Shape): boolean =>
    isOpenTo(shape, given.now) && (isOpenTo(shape, given.old) || isListed(given.old));
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
  { old, now, removed, added }: Alternatives,
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
  const turn = enumTurn(old, now, lost, come);
  if (turn !== undefined) {
    const [before, after] = [old, now].map((shapes) => unionTexts([...shapes.values()], [])[0]);
    return [change(`${view.direction}-enum-${turn}`, spot, before, after)];
  }
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

/** Whether listed values stand beside all others of their type from now on, or no longer. */
function enumTurn(
  old: ReadonlyMap<string, Shape>,
  now: ReadonlyMap<string, Shape>,
  lost: readonly Shape[],
  come: readonly Shape[],
): "opened" | "closed" | undefined {
  const isOpenAt = (type: Shape, values: ReadonlyMap<string, Shape>): boolean =>
    [...values.values()].some((one) => isOpenTo(one, new Map([[canonical(type), type]])));
  if (lost.length === 0 && isListed(old) && come.every((type) => isOpenAt(type, old))) {
    return "opened";
  }
  const isClosed = come.length === 0 && isListed(now) && lost.every((type) => isOpenAt(type, old));
  return isClosed ? "closed" : undefined;
}

/** A union of some values with every one of their type is open: they are only the known ones. */
function isOpenTo({ enum: values = [] }: Shape, shapes: ReadonlyMap<string, Shape>): boolean {
  const has = (...types: readonly ("string" | "number" | "integer")[]): boolean =>
    types.some((type) => shapes.has(canonical({ type })));
  // An alternative is one value.
  const [value] = values;
  return typeof value === "number"
    ? has("number", "integer")
    : typeof value === "string" && has("string");
}

/** Whether all values there are are listed. */
function isListed(shapes: ReadonlyMap<string, Shape>): boolean {
  const all = [...shapes.values()].filter((shape) => !isNull(shape));
  return all.length > 0 && all.every(isValue);
}
