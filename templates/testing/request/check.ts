/** Whether values are of the kinds that the document says. */
import { isPlainObject, type ValueKind } from "../document/data.js";
import {
  isArray,
  isList,
  isObject,
  isRequired,
  type Members,
  membersOf,
} from "../document/members.js";
import { suggestion } from "./nearest.js";
import { resolve } from "../document/tables.js";
import { nameOf, say } from "./words.js";

/** A value as the caller has given it, or what is wrong with it. */
export interface Checked {
  readonly value: unknown;
  /** A sentence each. */
  readonly problems: readonly string[];
}

/**
 * @param at - where the value stands, `line_items[0].quantity`; empty for a query or body as a whole
 * @param isText - numbers and the like are written as text, and arrays may be objects with numbers for keys
 */
export function check(kind: ValueKind, value: unknown, at: string, isText: boolean): Checked {
  if (typeof kind === "string") return checkScalar(kind, value, at, isText);
  const members = membersOf(kind);
  if (members !== undefined) return checkObject(members, value, at, isText);
  if (!isList(kind)) return right(value);
  switch (kind[0]) {
    case "!":
      return check(kind[1], value, at, isText);
    case "ref":
    case "values":
      return check(resolve(kind), value, at, isText);
    case "enum": {
      const [, ...values] = kind;
      const found = values.filter((one) => one === value || (isText && String(one) === value));
      return found.length > 0 ? right(found[0]) : wrong(kind, value, at);
    }
    case "and": {
      const [, ...parts] = kind;
      const checked = parts.map((part) => check(part, value, at, isText));
      return checked.find(({ problems }) => problems.length > 0) ?? checked[0] ?? right(value);
    }
    case "or":
      return checkAny(kind, value, at, isText);
    case "array":
    case "tuple": {
      const items = itemsOf(value, isText);
      if (items === undefined) return wrong(kind, value, at);
      const [tag, ...inner] = kind;
      const kindAt = (n: number) => (tag === "array" ? inner[0] : inner[n]) ?? "any";
      const checked = items.map((item, n) => check(kindAt(n), item, `${at}[${n}]`, isText));
      return { value: checked.map((one) => one.value), problems: checked.flatMap(problemsOf) };
    }
    default:
      return right(value);
  }
}

function checkObject(
  { properties, rest }: Members,
  value: unknown,
  at: string,
  isText: boolean,
): Checked {
  if (!isPlainObject(value)) return wrong({}, value, at);
  const problems: string[] = [];
  const result = new Map<string, unknown>();
  for (const [name, inner] of Object.entries(value)) {
    const place = at ? `${at}.${name}` : name;
    const kind = Object.hasOwn(properties, name) ? properties[name] : rest;
    if (kind === undefined) {
      problems.push(`${place} is not a parameter${suggestion(name, Object.keys(properties))}`);
    } else {
      const checked = check(kind, inner, place, isText);
      problems.push(...checked.problems);
      result.set(name, checked.value);
    }
  }
  for (const [name, kind] of Object.entries(properties)) {
    if (isRequired(kind) && !Object.hasOwn(value, name)) {
      const orEmpty = isText && (isObject(kind) || isArray(kind)) ? " or empty" : "";
      problems.push(`${at ? `${at}.${name}` : name} is missing${orEmpty}`);
    }
  }
  return { value: Object.fromEntries(result), problems };
}

/** The first kind that fits; else what is wrong with the one that is nearest. */
function checkAny(
  kind: readonly ["or", ...ValueKind[]],
  value: unknown,
  at: string,
  isText: boolean,
) {
  const [, ...options] = kind;
  const tried = options.map((option) => check(option, value, at, isText));
  const found = tried.find(({ problems }) => problems.length === 0);
  if (found) return found;
  const inside = tried.filter(({ value: read }) => read !== undefined);
  inside.sort((a, b) => a.problems.length - b.problems.length);
  return inside[0] ?? wrong(kind, value, at);
}

function checkScalar(kind: string, value: unknown, at: string, isText: boolean): Checked {
  switch (kind) {
    case "string":
      return typeof value === "string" ? right(value) : wrong(kind, value, at);
    case "integer":
    case "number": {
      const isNumeral = isText && typeof value === "string" && value.trim() !== "";
      const number = isNumeral ? Number(value) : value;
      const fits = kind === "integer" ? Number.isInteger(number) : Number.isFinite(number);
      return fits ? right(number) : wrong(kind, value, at);
    }
    case "boolean": {
      const read = isText && (value === "true" || value === "false") ? value === "true" : value;
      return typeof read === "boolean" ? right(read) : wrong(kind, value, at);
    }
    case "null":
      return value === (isText ? "" : null) ? right(null) : wrong(kind, value, at);
    case "file":
      return value instanceof Blob ? right(value) : wrong(kind, value, at);
    default:
      return right(value);
  }
}

function itemsOf(value: unknown, isText: boolean): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isText || !isPlainObject(value)) return undefined;
  return Object.keys(value).every((key) => /^\d*$/.test(key)) ? Object.values(value) : undefined;
}

function right(value: unknown): Checked {
  return { value, problems: [] };
}

/** What cannot be read at all has no value. */
function wrong(kind: ValueKind, value: unknown, at: string): Checked {
  const found = typeof value === "string" ? JSON.stringify(value) : nameOf(value);
  return { value: undefined, problems: [`${at || "the body"} must be ${say(kind)}, not ${found}`] };
}

function problemsOf({ problems }: Checked): readonly string[] {
  return problems;
}
