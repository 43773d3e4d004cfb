/** The text of a type, taken apart as far as prettier's form depends on its parts. */
import type { Generic, Union } from "./layout.js";

/** A type that prettier leaves on one line where there is room for it, and breaks as the layout does. */
export function isPlain(type: string): boolean {
  return !/[\n\\'{}()?+]|\/\*/.test(type);
}

/** A plain type behind a head, `customer: `. */
export function typeEntry(head: string, type: string): Union | Generic {
  const union = split(type, " | ");
  const [, name = "", given] = /^(\w+)<(.*)>$/.exec(union.length === 1 ? type : "") ?? [];
  if (given === undefined) return { head, union };
  return { head: head + name, generic: split(given, ", ").map((each) => typeEntry("", each)) };
}

/** `A<"b" | "c"> | D` at ` | ` → `A<"b" | "c">`, `D`: neither within strings nor within the arguments of a type. */
function split(type: string, separator: " | " | ", "): string[] {
  const parts = [""];
  let depth = 0;
  for (const [token] of type.matchAll(/"[^"]*"|[<>]| \| |, |[^"<> ,]+|[ ,]/g)) {
    depth += token === "<" ? 1 : token === ">" ? -1 : 0;
    if (token === separator && depth === 0) parts.push("");
    else parts.push((parts.pop() ?? "") + token);
  }
  return parts;
}
