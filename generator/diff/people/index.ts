/** Changes → the same with what people know them by. */
import type { Model } from "../../model/types/index.js";
import type { Change } from "../rules/change.js";
import { findRenames } from "./renames.js";
import { Side } from "./subjects.js";

/** How many operations are named of those that a schema reaches. */
const NAMED = 3;

export function nameChanges(changes: readonly Change[], before: Model, after: Model): Change[] {
  if (changes.length === 0) return [];
  const [old, now] = [new Side(before), new Side(after)];
  const renames = findRenames(changes, before, after);
  return changes.map((change) => {
    const subject = now.subjectAt(change.pointer) ?? old.subjectAt(change.pointer);
    const name = nameOf(change, now) ?? nameOf(change, old);
    const other = renames.get(change);
    const operations = subject?.operations ?? [];
    return {
      ...change,
      ...(name === undefined || name === change.symbol ? {} : { name }),
      ...(subject === undefined ? {} : { resource: subject.resource, behind: subject.behind }),
      ...(operations.length === 0
        ? {}
        : { operations: { count: operations.length, first: operations.slice(0, NAMED) } }),
      ...(other === undefined
        ? {}
        : { renamed: nameOf(other, now) ?? nameOf(other, old) ?? other.symbol }),
    };
  });
}

function nameOf({ rule, symbol }: Change, { names }: Side): string | undefined {
  if (rule.startsWith("method-")) return names.instance + symbol;
  if (rule.startsWith("type-name-")) return names.namespace + symbol;
  // The type of an event is what people know it by.
  const event = /^EventMap\["(.*)"\]$/.exec(symbol)?.[1];
  if (event !== undefined) return event;
  const [root = ""] = /^[^.[(]*/.exec(symbol) ?? [];
  const called = names.called.get(root);
  return called === undefined ? undefined : called + symbol.slice(root.length);
}
