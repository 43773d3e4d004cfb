/** Pairs of what vanished and what came in its place. */
import { schemasByKey } from "../../model/types/by-key.js";
import type { Model, Shape } from "../../model/types/index.js";
import type { Change } from "../rules/change.js";

/** Each change of a pair → the other. */
export function findRenames(
  changes: readonly Change[],
  before: Model,
  after: Model,
): ReadonlyMap<Change, Change> {
  const found = new Map<Change, Change>();
  const pair = (gone: Change, come: Change): void => {
    found.set(gone, come);
    found.set(come, gone);
  };
  const [old, now] = [schemasByKey(before.schemas), schemasByKey(after.schemas)];
  const likeness = (gone: Change, come: Change): number =>
    sharesWords(gone, come)
      ? overlap(old.get(gone.before ?? "")?.shape, now.get(come.after ?? "")?.shape)
      : 0;
  pairBest(ruled(changes, "schema-removed"), ruled(changes, "schema-added"), likeness, pair);
  for (const what of ["method", "type-name"] as const) {
    // The same operation or schema under another name.
    const isSame = (gone: Change, come: Change): number => Number(gone.pointer === come.pointer);
    pairBest(ruled(changes, `${what}-removed`), ruled(changes, `${what}-added`), isSame, pair);
  }
  for (const what of ["request-property", "response-property"] as const) {
    const gone = ruled(changes, `${what}-removed`);
    pairBest(gone, ruled(changes, `${what}-added`), likeProperties, pair);
  }
  return found;
}

/** How alike two have to be, where 1 is the same. */
const LEAST = 0.6;

type Pair = (gone: Change, come: Change) => void;

function pairBest(
  gone: readonly Change[],
  come: readonly Change[],
  likeness: (gone: Change, come: Change) => number,
  pair: Pair,
): void {
  const pairs = gone
    .flatMap((one) => come.map((other) => ({ one, other, likeness: likeness(one, other) })))
    .filter((found) => found.likeness >= LEAST)
    .sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<Change>();
  for (const { one, other } of pairs) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    pair(one, other);
  }
}

function ruled(changes: readonly Change[], rule: Change["rule"]): readonly Change[] {
  return changes.filter((change) => change.rule === rule);
}

/** Whether half of the words in both keys are the same: many schemas look alike that are not. */
function sharesWords({ before = "" }: Change, { after = "" }: Change): boolean {
  const [was, is] = [before, after].map((key) => new Set(key.toLowerCase().split(/[^a-z0-9]+/)));
  return part(was ?? new Set(), is ?? new Set()) >= 0.5;
}

/** The part of their properties, or values, that two schemas share. */
function overlap(old: Shape | undefined, now: Shape | undefined): number {
  const [was, is] = [contentOf(old), contentOf(now)];
  return part(was, is);
}

/** What both hold of all that they hold. */
function part(was: ReadonlySet<string>, is: ReadonlySet<string>): number {
  const both = [...was].filter((name) => is.has(name)).length;
  const all = was.size + is.size - both;
  return all === 0 ? 0 : both / all;
}

function contentOf({ properties, enum: values }: Shape = {}): ReadonlySet<string> {
  const names = Object.keys(properties ?? {});
  return new Set([...names, ...(values ?? []).map((value) => JSON.stringify(value))]);
}

/** Of one object, of one type that says something, and with a word of the name in common. */
function likeProperties(gone: Change, come: Change): number {
  const [parent, name] = split(gone.symbol);
  const [otherParent, other] = split(come.symbol);
  if (parent !== otherParent || gone.before !== come.after) return 0;
  const words = new Set(name.split("_"));
  return other.split("_").some((word) => words.has(word)) ? 1 : 0;
}

function split(symbol: string): readonly [parent: string, name: string] {
  const at = symbol.lastIndexOf(".");
  return [symbol.slice(0, Math.max(0, at)), symbol.slice(at + 1)];
}
