/** Keys that stand twice in one object of a JSON text: the parser of the engine takes the last one and says nothing. */
import type { Json } from "./json-value.js";
import { skipSpace, skipString } from "./json.js";
import type { Duplicate } from "./positions.js";

/** @param value what `text`, which is known to be JSON, was parsed to */
export function findDuplicates(text: string, value: Json): Duplicate[] {
  // Counting takes a fraction of the time that looking takes, and most documents have none.
  return countKeys(text) === countMembers(value) ? [] : listDuplicates(text);
}

function countKeys(text: string): number {
  let count = 0;
  for (let quote = text.indexOf('"'); quote >= 0;) {
    const end = skipString(text, quote);
    if (text[skipSpace(text, end)] === ":") count += 1;
    quote = text.indexOf('"', end);
  }
  return count;
}

function countMembers(root: Json): number {
  let count = 0;
  const waiting: Json[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== "object" || value === null) continue;
    const items = Object.values(value);
    if (!Array.isArray(value)) count += items.length;
    for (const item of items) if (typeof item === "object" && item !== null) waiting.push(item);
  }
  return count;
}

/** Without recursion, so that a deeply nested text cannot exhaust the stack. */
function listDuplicates(text: string): Duplicate[] {
  const duplicates: Duplicate[] = [];
  const open: Map<string, number>[] = [];
  STRUCTURE.lastIndex = 0;
  for (let found = STRUCTURE.exec(text); found !== null; found = STRUCTURE.exec(text)) {
    const at = found.index;
    if (found[0] === "{" || found[0] === "[") open.push(new Map());
    else if (found[0] !== '"') open.pop();
    else {
      const end = skipString(text, at);
      STRUCTURE.lastIndex = end;
      if (text[skipSpace(text, end)] !== ":") continue;
      const key = String(JSON.parse(text.slice(at, end)));
      const keys = open.at(-1);
      const first = keys?.get(key);
      if (first === undefined) keys?.set(key, at);
      else duplicates.push({ key, first, again: at });
    }
  }
  return duplicates;
}

const STRUCTURE = /["{}[\]]/g;
