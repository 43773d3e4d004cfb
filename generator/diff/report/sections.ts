/** Entries in the order in which they are read: by level, resource and kind. */
import type { DiffReport } from "../index.js";
import { type Level, LEVELS } from "../rules/rules.js";
import { type Entry, entriesOf, isDocumentation } from "./entries.js";
import { kindOf, KINDS } from "./kinds.js";

export interface Section {
  readonly level: Level;
  readonly resources: readonly ResourceSection[];
}

export interface ResourceSection {
  /** {@link SEVERAL} for what several have, {@link NONE} for what none has. */
  readonly resource: string;
  readonly kinds: readonly KindSection[];
}

export interface KindSection {
  /** What its entries have in common: `new parameters`. */
  readonly kind: string;
  readonly entries: readonly Entry[];
}

export const SEVERAL = "several resources";
export const NONE = "the client";

export interface ReportOptions {
  /** With changes of documentation. */
  readonly docs?: boolean;
}

export function sectionsOf({ changes }: DiffReport, { docs = false }: ReportOptions): Section[] {
  const shown = docs ? changes : changes.filter((change) => !isDocumentation(change));
  const entries = entriesOf(shown);
  return LEVELS.flatMap((level) => {
    const own = entries.filter((entry) => entry.level === level);
    return own.length === 0 ? [] : [{ level, resources: resourcesOf(own) }];
  });
}

function resourcesOf(entries: readonly Entry[]): readonly ResourceSection[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const title = titleOf(entry);
    groups.set(title, [...(groups.get(title) ?? []), entry]);
  }
  return [...groups]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([resource, own]) => ({ resource, kinds: kindsOf(own) }));
}

export function titleOf({ resource, places }: Entry): string {
  return resource ?? (places.length > 1 ? SEVERAL : NONE);
}

/** What concerns all comes first, what several have last. */
function rank(resource: string): number {
  return resource === NONE ? 0 : resource === SEVERAL ? 2 : 1;
}

function kindsOf(entries: readonly Entry[]): readonly KindSection[] {
  return KINDS.flatMap((kind) => {
    const own = entries.filter(({ rule }) => kindOf(rule) === kind);
    return own.length === 0 ? [] : [{ kind, entries: own }];
  });
}
