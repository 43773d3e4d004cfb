/** What kinds are made of. */
import type { ValueKind, KindObject } from "./data.js";
import { resolve } from "./tables.js";

export interface Members {
  readonly properties: KindObject;
  /** Of values under other keys. */
  readonly rest?: ValueKind;
}

/** The members of an object, whatever it is put together of; undefined for what is not an object. */
export function membersOf(kind: ValueKind): Members | undefined {
  if (typeof kind === "string") return undefined;
  if (!isList(kind)) return { properties: kind };
  switch (kind[0]) {
    case "!":
      return membersOf(kind[1]);
    case "ref":
    case "values":
      return membersOf(resolve(kind));
    case "map":
      return { properties: {}, rest: kind[1] };
    case "open":
      return { properties: {}, ...membersOf(kind[1]), rest: kind[2] };
    case "and": {
      const [, ...parts] = kind;
      return merge(parts.map((part) => partOf(part)));
    }
    default:
      return undefined;
  }
}

/** Of alternatives that are part of an object, each may be. */
export function partOf(kind: ValueKind): Members | undefined {
  if (!isList(kind)) return membersOf(kind);
  if (kind[0] === "!") return partOf(kind[1]);
  if (isReference(kind)) return partOf(resolve(kind));
  if (kind[0] !== "or") return membersOf(kind);
  const [, ...options] = kind;
  return merge(options.map(partOf), (property) => (isRequired(property) ? property[1] : property));
}

function merge(
  parts: readonly (Members | undefined)[],
  change = (property: ValueKind): ValueKind => property,
): Members | undefined {
  // What is put together of texts and numbers is not an object.
  if (parts.every((part) => part === undefined)) return undefined;
  const properties = new Map<string, ValueKind>();
  let rest: ValueKind | undefined;
  for (const part of parts) {
    for (const [name, property] of Object.entries(part?.properties ?? {})) {
      properties.set(name, change(property));
    }
    rest ??= part?.rest;
  }
  return { properties: Object.fromEntries(properties), ...(rest === undefined ? {} : { rest }) };
}

function isReference(kind: ValueKind): kind is readonly ["ref" | "values", string] {
  return isList(kind) && (kind[0] === "ref" || kind[0] === "values");
}

export function isRequired(kind: ValueKind): kind is readonly ["!", ValueKind] {
  return isList(kind) && kind[0] === "!";
}

export function isList(kind: ValueKind): kind is Extract<ValueKind, readonly unknown[]> {
  return Array.isArray(kind);
}

/** Whether a value may be a list. */
export function isArray(kind: ValueKind): boolean {
  if (!isList(kind)) return false;
  const [tag, ...inner] = kind;
  if (isReference(kind)) return isArray(resolve(kind));
  if (tag === "or" || tag === "!") return (inner as readonly ValueKind[]).some(isArray);
  return tag === "array" || tag === "tuple";
}

/** Whether a value may be text, or is written as such. */
export function isText(kind: ValueKind): boolean {
  if (typeof kind === "string") return kind !== "file" && kind !== "raw";
  if (!isList(kind)) return false;
  const [tag, ...inner] = kind;
  if (isReference(kind)) return isText(resolve(kind));
  if (tag === "or" || tag === "!") return (inner as readonly ValueKind[]).some(isText);
  return tag === "enum";
}

/** Whether a value may be an object. */
export function isObject(kind: ValueKind): boolean {
  if (isList(kind) && kind[0] === "or") {
    const [, ...options] = kind;
    return options.some(isObject);
  }
  if (isReference(kind)) return isObject(resolve(kind));
  if (isList(kind) && kind[0] === "!") return isObject(kind[1]);
  return membersOf(kind) !== undefined;
}
