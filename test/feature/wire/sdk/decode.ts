/** Nested form values read back: nothing here is shared with what writes them. */

/** A list is an object whose names are indices: that is all that the wire tells. */
export interface Decoded {
  readonly [name: string]: string | Decoded;
}

/**
 * @throws where a text cannot be read in one way only: a name twice, a value that is both text and object, a
 * character that must be percent-encoded
 */
export function decodeForm(text: string): Decoded {
  const root = empty();
  if (text === "") return root;
  for (const pair of text.split("&")) {
    const [, key, value] = /^([^=]+)=([^=]*)$/.exec(pair) ?? [];
    if (key === undefined || value === undefined) throw new Error(`Not a pair: ${pair}`);
    put(root, namesOf(key), decode(value));
  }
  return root;
}

/** `a[b][0]` names `a`, `b` and `0`. */
function namesOf(key: string): readonly string[] {
  const [, first, rest] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(key) ?? [];
  if (first === undefined || rest === undefined) throw new Error(`Not a name: ${key}`);
  return [first, ...Array.from(rest.matchAll(/\[(.*?)\]/g), ([, name = ""]) => name)].map(decode);
}

function decode(text: string): string {
  if (!/^(?:[\w.~[\]-]|%[0-9A-F]{2})*$/.test(text)) throw new Error(`Not encoded: ${text}`);
  return decodeURIComponent(text);
}

function put(at: Record<string, string | Decoded>, names: readonly string[], value: string): void {
  const [name = "", ...rest] = names;
  const there = at[name];
  if (rest.length === 0) {
    if (there !== undefined) throw new Error(`${name} comes twice`);
    at[name] = value;
    return;
  }
  if (typeof there === "string") throw new Error(`${name} is text and object`);
  const inner = there ?? empty();
  at[name] = inner;
  put(inner, rest, value);
}

/** Parameters as they must be read back: the value table of Stripe's form encoding. */
export function expectedForm(params: object): Decoded {
  const expected = empty();
  const entries: [string, unknown][] = Object.entries(params);
  for (const [name, value] of entries) {
    const sent = expectedValue(value);
    if (sent !== undefined) expected[name] = sent;
  }
  return expected;
}

function expectedValue(value: unknown): string | Decoded | undefined {
  if (value === undefined) return undefined;
  if (value === null) return "";
  if (value instanceof Date) return String(wholeSeconds(value.getTime()));
  if (typeof value !== "object") return `${value}`;
  const inner = expectedForm(value);
  // An empty list or object is not sent.
  return Object.keys(inner).length > 0 ? inner : undefined;
}

function wholeSeconds(milliseconds: number): number {
  const rest = milliseconds % 1000;
  return (milliseconds - (rest < 0 ? rest + 1000 : rest)) / 1000;
}

/** Without a prototype `__proto__` is a name like any other. */
function empty(): Record<string, string | Decoded> {
  return Object.create(null) as Record<string, string | Decoded>;
}
