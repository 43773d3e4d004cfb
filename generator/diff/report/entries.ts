/** Changes that are one to a reader are one entry: the values of an enum, and the same in many places. */
import type { Change } from "../index.js";
import type { Level, RuleId } from "../rules/rules.js";

export interface Entry {
  readonly rule: RuleId;
  readonly level: Level;
  readonly bump: Change["bump"];
  /** The resource; undefined where several have it, or none. */
  readonly resource: string | undefined;
  /** The names that people call, one for each place. */
  readonly places: readonly string[];
  /** What vanished, what came: values, types, texts. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly changes: readonly Change[];
}

/** Without what only texts say. */
export function isDocumentation({ rule }: Change): boolean {
  return rule === "docs-changed";
}

export function entriesOf(changes: readonly Change[]): readonly Entry[] {
  const told = changes.filter((change) => !isSecondHalf(change));
  const values = groupBy(told, ({ rule, symbol, pointer, before, after }) =>
    isValue(rule) ? [rule, symbol, pointer] : [rule, symbol, pointer, before, after],
  );
  const places = groupBy(values.map(entryOf), (entry) =>
    isPlaced(entry) ? [entry.rule, lastName(entry), entry.before, entry.after] : [entry.places],
  );
  return places.map(merge);
}

/** What came in the place of something is told with what vanished. */
function isSecondHalf({ rule, renamed }: Change): boolean {
  return renamed !== undefined && rule.endsWith("-added");
}

function isValue(rule: RuleId): boolean {
  return /^(?:(?:request|response)-enum-value|known|expand-target)/.test(rule);
}

/** Changes of properties are the same wherever they are; those of whole things are not. */
function isPlaced({ changes: [first] }: Entry): boolean {
  return first !== undefined && /[.[(]/.test(first.symbol) && !first.rule.startsWith("event-");
}

function lastName({ changes: [first] }: Entry): string {
  return /[^.]*$/.exec(first?.symbol ?? "")?.[0] ?? "";
}

function entryOf(changes: readonly Change[]): Entry {
  const [first] = changes;
  if (first === undefined) throw new RangeError("an entry has a change");
  const { rule, level, bump, resource, name, symbol } = first;
  const [before, after] = [textsOf(changes, "before"), textsOf(changes, "after")];
  const places = [name ?? symbol];
  return { rule, level, bump, resource, places, before, after, changes };
}

function textsOf(changes: readonly Change[], side: "before" | "after"): readonly string[] {
  return [...new Set(changes.flatMap((change) => change[side] ?? []))];
}

function merge(entries: readonly Entry[]): Entry {
  const [first] = entries;
  if (first === undefined) throw new RangeError("there is nothing to merge");
  const resources = new Set(entries.map(({ resource }) => resource));
  return {
    ...first,
    resource: resources.size === 1 ? first.resource : undefined,
    places: [...new Set(entries.flatMap(({ places }) => places))],
    changes: entries.flatMap(({ changes }) => changes),
  };
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => unknown): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = JSON.stringify(keyOf(one));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
