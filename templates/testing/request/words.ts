/** Kinds and values in words. */
import type { ValueKind } from "../document/data.js";
import { isList } from "../document/members.js";
import { resolve } from "../document/tables.js";

export function nameOf(value: unknown): string {
  if (value === undefined) return "absent";
  if (value === null || typeof value === "number" || typeof value === "boolean") return `${value}`;
  if (Array.isArray(value)) return "a list";
  return value instanceof Blob ? "a file" : "an object";
}

export function say(kind: ValueKind): string {
  if (kind === "null") return "null";
  if (typeof kind === "string") return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
  if (!isList(kind)) return "an object";
  switch (kind[0]) {
    case "!":
      return say(kind[1]);
    case "ref":
    case "values":
      return say(resolve(kind));
    case "enum": {
      const [, ...values] = kind;
      const texts = values.slice(0, 8).map((value) => JSON.stringify(value));
      return `${texts.length > 1 ? "one of " : ""}${texts.join(", ")}${values.length > 8 ? ", …" : ""}`;
    }
    case "or": {
      const [, ...options] = kind;
      return [...new Set(options.map(say))].join(" or ");
    }
    case "array":
    case "tuple":
      return "a list";
    default:
      return "an object";
  }
}
