/** Examples, made: what is given stands in the place of what would be, and what is asked for is there. */
import { entry, isPlainObject, type Template, type TemplateObject } from "../document/data.js";
import { document } from "../document/document.js";
import { isList, objectsIn, type Path, problemOf } from "./expand.js";
import { exampleOf } from "../document/tables.js";

/** What an example is to be like. */
export interface Wish {
  /** Stands in the place of the example, an object property by property; undefined for nothing. */
  readonly given: unknown;
  /** Expand paths from here on. */
  readonly paths: readonly Path[];
  /** The schemas around it. */
  readonly parents: readonly string[];
}

/** An example that would hold another of itself, and so on. */
const ENDLESS = Symbol("endless");

export function make(template: Template, given: unknown, paths: readonly Path[]): unknown {
  const made = makeAny(template, { given, paths, parents: [] });
  return made === ENDLESS ? {} : made;
}

function makeAny(template: Template, wish: Wish): unknown {
  const { given } = wish;
  const isMerged = given === undefined || isPlainObject(given) || Array.isArray(given);
  if (!isMerged) return given;
  if (typeof template !== "object" || template === null) return given ?? template;
  return isList(template) ? makeTagged(template, wish) : makeObject(template, wish);
}

function makeTagged(template: Extract<Template, readonly unknown[]>, wish: Wish): unknown {
  switch (template[0]) {
    case "id": {
      const [, ...keys] = template;
      const members = keys.map((key): Template => ["ref", key]);
      const fresh = { ...wish, parents: [] };
      return wish.given !== undefined || wish.paths.length > 0
        ? makeAny(choose(members, wish), fresh)
        : (objectsIn(template)[0]?.[document.id ?? "id"] ?? "string");
    }
    case "ref":
      return makeSchema(template[1], wish);
    case "array":
    case "tuple":
      return makeArray(template, wish);
    case "or": {
      const [, ...members] = template;
      const chosen = choose(members, wish);
      const others = members.filter((member) => member !== chosen);
      for (const member of [chosen, ...others]) {
        const made = makeAny(member, wish);
        if (made !== ENDLESS) return made;
      }
      return ENDLESS;
    }
    case "and":
      return makeObject(objectsIn(template)[0] ?? {}, wish);
    case "null": {
      const made = makeAny(template[1], wish);
      return made === ENDLESS ? null : made;
    }
    case "?":
    case "ask":
      return makeAny(template[1], wish);
    case "when":
      return makeAny(template[2], wish);
  }
}

function makeSchema(key: string, wish: Wish): unknown {
  const { given, paths, parents } = wish;
  if (given === undefined && paths.length === 0 && parents.includes(key)) return ENDLESS;
  return makeAny(exampleOf(key) ?? null, { ...wish, parents: [...parents, key] });
}

function makeArray(
  template: Extract<Template, readonly ["array" | "tuple", ...unknown[]]>,
  wish: Wish,
): unknown {
  const { given } = wish;
  if (isPlainObject(given)) return given;
  if (template[0] === "tuple") {
    const [, ...items] = template;
    return items.map((item, n) => makeAny(item, { ...wish, given: itemOf(given, n) }));
  }
  const [, ...items] = template;
  const [item] = items;
  if (item === undefined) return given ?? [];
  const wanted: readonly unknown[] = Array.isArray(given) ? given : items.map(() => undefined);
  const made = wanted.map((one) => makeAny(item, { ...wish, given: one }));
  return made.filter((one) => one !== ENDLESS);
}

function itemOf(given: unknown, n: number): unknown {
  return Array.isArray(given) ? given[n] : undefined;
}

function makeObject(template: TemplateObject, wish: Wish): unknown {
  const { paths, parents } = wish;
  if (Array.isArray(wish.given)) return wish.given;
  const given = isPlainObject(wish.given) ? wish.given : {};
  const result = new Map<string, unknown>();
  for (const [name, inner] of Object.entries(template)) {
    const own = Object.hasOwn(given, name) ? given[name] : undefined;
    const asking = name === document.skipped ? itemPaths(template, paths) : pathsTo(name, paths);
    const wanted = own !== undefined || asking.length > 0;
    const isOut = Object.hasOwn(given, name) && own === undefined;
    if (isOut) continue;
    if (!wanted && !isPresent(template, name, given)) {
      if (isList(inner) && inner.length > 2 && inner.at(-1) === null) result.set(name, null);
      continue;
    }
    // Where a path ends, there is one that goes on from nothing.
    const made = makeAny(inner, { given: own, paths: asking, parents });
    if (made !== ENDLESS) result.set(name, made);
    else if (!isTagged(inner, "?")) return ENDLESS;
  }
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !result.has(name)) result.set(name, value);
  }
  return Object.fromEntries(chooseVariant(template, given, result));
}

/** How those paths go on that begin with a property. */
function pathsTo(name: string, paths: readonly Path[]): readonly Path[] {
  return paths.filter(([head]) => head === name).map(([, ...tail]) => tail);
}

/** Of a list that paths go through without naming its items: those that are of no other property. */
function itemPaths(template: TemplateObject, paths: readonly Path[]): readonly Path[] {
  return paths.filter(([head]) => head !== undefined && !Object.hasOwn(template, head));
}

/** Whether a property is there that nobody has asked for. */
function isPresent(template: TemplateObject, name: string, given: object): boolean {
  const inner = entry(template, name) ?? null;
  if (!isList(inner)) return true;
  if (inner[0] === "ask") return false;
  return inner[0] !== "when" || variantOf(template, inner[1], given) === name;
}

/** The variant that an object is of: what is said of it, else the one that is given, else the example's. */
function variantOf(template: TemplateObject, teller: string, given: object): unknown {
  const said: unknown = Reflect.get(given, teller);
  if (said !== undefined) return said;
  const isVariant = (name: string): boolean => {
    const inner = entry(template, name) ?? null;
    return isList(inner) && inner[0] === "when" && inner[1] === teller;
  };
  return Object.keys(given).find(isVariant) ?? entry(template, teller);
}

function chooseVariant(
  template: TemplateObject,
  given: object,
  result: Map<string, unknown>,
): Map<string, unknown> {
  for (const inner of Object.values(template)) {
    if (!isList(inner) || inner[0] !== "when") continue;
    const variant = variantOf(template, inner[1], given);
    if (result.has(inner[1])) result.set(inner[1], variant);
  }
  return result;
}

/** The member that most of the paths and of what is given fit; the first of several. */
function choose(members: readonly Template[], { given, paths }: Wish): Template {
  const score = (member: Template): number => {
    const [object] = objectsIn(member);
    const valid = paths.filter((path) => path.length > 0 && problemOf(member, path) === undefined);
    if (object === undefined || !isPlainObject(given)) return valid.length * 1000;
    const known = Object.keys(given).filter((name) => Object.hasOwn(object, name));
    // What is the same in the example may be what names the kind of object.
    const same = known.filter((name) => given[name] === object[name]);
    return valid.length * 1000 + same.length * 100 + known.length;
  };
  let [best = null] = members;
  for (const member of members) if (score(member) > score(best)) best = member;
  return best;
}

function isTagged(template: Template, tag: string): boolean {
  return isList(template) && template[0] === tag;
}
