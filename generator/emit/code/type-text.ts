/** The text of a type, taken apart as far as prettier's form depends on its parts. */
import type { Generic, Union } from "./layout.js";
import { splitCode } from "./split.js";

/** A type that prettier leaves on one line where there is room for it, and breaks as the layout does. */
export function isPlain(type: string): boolean {
  return !/[\n\\'{}()?+]|\/\*/.test(type);
}

/** A plain type behind a head, `customer: `. */
export function typeEntry(head: string, type: string): Union | Generic {
  const union = splitCode(type, " | ") ?? [type];
  const [, name = "", given] = /^(\w+)<(.*)>$/.exec(union.length === 1 ? type : "") ?? [];
  if (given === undefined) return { head, union };
  return {
    head: head + name,
    generic: (splitCode(given, ", ") ?? [given]).map((each) => typeEntry("", each)),
  };
}
