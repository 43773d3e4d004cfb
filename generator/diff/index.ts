/** Two models → every change between them, each by a rule. */
import type { Model } from "../model/types/index.js";
import { type Change, strictly } from "./rules/change.js";
import { nameChanges } from "./people/index.js";
import { compareMethods, compareTypeNames } from "./class.js";
import { compareOperations } from "./operations/operations.js";
import { compareApi, compareEvents, compareExpand, compareIncoming } from "./rest.js";
import { type Bump, greatest } from "./rules/rules.js";
import { compareSchemas } from "./schemas.js";
import { viewsOf } from "./shapes/view.js";

export type { Change } from "./rules/change.js";
export { atLeast, type Bump, type Level, LEVELS, type RuleId, RULES } from "./rules/rules.js";

export interface DiffReport {
  /** The greatest of all changes' bumps. */
  readonly bump: Bump;
  /** What the documents call themselves, and their versions. */
  readonly api: { readonly title: string; readonly before: string; readonly after: string };
  /** By pointer, then by rule. */
  readonly changes: readonly Change[];
}

export interface DiffOptions {
  /** Counts a case more as breaking, for those who list all cases. */
  readonly strictEnums?: boolean;
}

export function diffModels(before: Model, after: Model, options: DiffOptions = {}): DiffReport {
  const views = viewsOf(before, after);
  const all = [
    ...compareApi(before, after, views),
    ...compareOperations(before, after, views),
    ...compareSchemas(before, after, views),
    ...compareExpand(before, after),
    ...compareEvents(before, after),
    ...compareIncoming(before, after, views),
    ...compareMethods(before, after),
    ...compareTypeNames(before, after),
  ];
  const unique = new Map(all.map((change) => [JSON.stringify(change), change]));
  const sorted = nameChanges([...unique.values()].sort(byPlace), before, after);
  const changes = options.strictEnums === true ? sorted.map(strictly) : sorted;
  const api = { title: after.api.title, before: before.api.version, after: after.api.version };
  return { bump: greatest(changes.map(({ bump }) => bump)), api, changes };
}

function byPlace(a: Change, b: Change): number {
  const [x, y] = [a, b].map(({ pointer, symbol, rule }) => `${pointer}\0${symbol}\0${rule}`);
  return (x ?? "") < (y ?? "") ? -1 : 1;
}
