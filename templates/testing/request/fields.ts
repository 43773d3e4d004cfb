/** Queries and forms, taken apart as they are put together: with brackets, or by the styles of OpenAPI. */
import type { ValueKind } from "../document/data.js";
import { isArray, isObject, isText, membersOf, partOf } from "../document/members.js";

export type Pair = readonly [name: string, value: unknown];

/** `a[b][0]=v`: names that nest with brackets. */
export function nested(pairs: readonly Pair[]): Record<string, unknown> {
  const root: Tree = Object.create(null);
  for (const [name, value] of pairs) {
    const [head, keys] = keysOf(name);
    let object = root;
    let last = head;
    for (const key of keys) {
      const inner = object[last];
      const next: Tree = isTree(inner) ? inner : Object.create(null);
      object[last] = next;
      [object, last] = [next, key];
    }
    object[last] = value;
  }
  return root;
}

/** `a[b][c[d]]` → `a`, and `b` and `c[d]`: a key may have brackets itself. */
function keysOf(name: string): [head: string, keys: readonly string[]] {
  const start = name.search(/\[|$/);
  const keys: string[] = [];
  let key = "";
  let depth = 0;
  for (const letter of name.slice(start)) {
    depth -= letter === "]" ? 1 : 0;
    if (depth > 0) key += letter;
    else if (letter === "]") {
      keys.push(key);
      key = "";
    }
    depth += letter === "[" ? 1 : 0;
  }
  return depth === 0 ? [name.slice(0, start), keys] : [name, []];
}

interface Tree {
  [key: string]: unknown;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
}

const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|" };

/**
 * Every parameter by the style that the document gives it, else in style `form`.
 *
 * @param kind - of the object that they are the members of
 * @param isBody - an object without a style is JSON
 */
export function styled(
  pairs: readonly Pair[],
  kind: ValueKind,
  styles: Readonly<Record<string, string>>,
  isBody = false,
): Record<string, unknown> {
  const result = new Map<string, unknown>();
  /** Objects that take any names, and of which none has been met. */
  const open: string[] = [];
  let left = pairs;
  const take = (test: (name: string) => boolean): readonly Pair[] => {
    const taken = left.filter(([name]) => test(name));
    left = left.filter(([name]) => !test(name));
    return taken;
  };
  for (const [name, inner] of Object.entries(membersOf(kind)?.properties ?? {})) {
    const known = Object.hasOwn(styles, name) ? styles[name] : undefined;
    const [style = "", flat] = (known ?? (isBody && isObject(inner) ? "json" : "form")).split(
      /(!)/,
    );
    const { properties = {}, rest } = partOf(inner) ?? {};
    const own = take((key) => (style === "deepObject" ? key.startsWith(`${name}[`) : key === name));
    if (style === "deepObject" && own.length > 0) result.set(name, nested(own)[name]);
    else if (own.length > 0) result.set(name, valueOf(own, inner, style, flat === undefined));
    else if (style === "form" && flat === undefined) {
      const members = take((key) => Object.hasOwn(properties, key));
      if (members.length > 0) result.set(name, Object.fromEntries(members));
      else if (rest !== undefined) open.push(name);
    }
  }
  const [name] = open;
  // What has no name of its own may be a member of an object that takes any.
  if (name !== undefined && left.length > 0) result.set(name, Object.fromEntries(left));
  else for (const [key, value] of left) result.set(key, value);
  return Object.fromEntries(result);
}

/** The value of one parameter, of its pairs. What may be either is text where there is one. */
function valueOf(
  own: readonly Pair[],
  kind: ValueKind,
  style: string,
  isExploded: boolean,
): unknown {
  const values = own.map(([, value]) => value);
  const [first] = values;
  if (style === "json") return typeof first === "string" ? parse(first) : first;
  if (isExploded || typeof first !== "string") {
    return values.length > 1 || (isArray(kind) && !isText(kind)) ? values : first;
  }
  const items = first.split(SEPARATORS[style] ?? ",");
  if (isArray(kind)) return items.length > 1 || !isText(kind) ? items : first;
  return isObject(kind) ? pairsUp(items) : first;
}

/** `R,100,G,200` */
export function pairsUp(items: readonly string[]): Record<string, unknown> {
  const names = items.filter((_, n) => n % 2 === 0);
  return Object.fromEntries(names.map((name, n) => [name, items[2 * n + 1]]));
}

/** What is not JSON stays text, and is of no kind that JSON has. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
