/** The text of a type, taken apart as far as prettier's form depends on its parts. */
import type { Entry } from "./layout.js";

/** A type that prettier leaves on one line where there is room for it, and breaks as the layout does. */
export function isPlain(type: string): boolean {
  return !/[\n\\'{}()?]|\/\*/.test(type);
}

/** A plain type behind a head, `customer: `. */
export function typeEntry(head: string, type: string): Entry {
  const union = unionMembers(type);
  const [, name = "", argument] = /^(\w+)<(.*)>$/.exec(union.length === 1 ? type : "") ?? [];
  if (argument === undefined) return { head, union };
  return { head: head + name, generic: [unionMembers(argument)] };
}

/** `A<"b" | "c"> | D` → `A<"b" | "c">`, `D`. */
function unionMembers(type: string): string[] {
  const members = [""];
  let depth = 0;
  for (const [token] of type.matchAll(/"[^"]*"|[<>]| \| |[^"<> ]+| /g)) {
    depth += token === "<" ? 1 : token === ">" ? -1 : 0;
    if (token === " | " && depth === 0) members.push("");
    else members.push((members.pop() ?? "") + token);
  }
  return members;
}
