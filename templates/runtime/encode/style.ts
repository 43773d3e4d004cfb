import { hasMembers, isoDate, memberOf, refusal, toText } from "./value.js";

/** Writes a name or a text that stands in a parameter. `key` is the parameter's name, for errors. */
export type Write = (text: string, key: string) => string;

/** A value, its texts written already: a single one, a list, or an object. */
export type StyledValue =
  | { readonly kind: "single"; readonly text: string }
  | { readonly kind: "list"; readonly texts: readonly string[] }
  | { readonly kind: "object"; readonly pairs: readonly (readonly [name: string, text: string])[] };

/**
 * Takes a value apart for the styles that know no nesting. Members that are undefined or null are left out, as RFC
 * 6570, section 2.3 has it.
 *
 * @throws {TypeError} naming the parameter when there is a second level, or a value that cannot be sent
 */
export function styledValue(value: unknown, key: string, write: Write): StyledValue {
  if (!hasMembers(value)) return { kind: "single", text: write(toText(value, key, isoDate), key) };
  const entries: [string, unknown][] = Object.entries(value);
  const pairs = entries
    .filter(([, member]) => member != null)
    .map(([name, member]) => {
      const memberKey = memberOf(key, name);
      if (hasMembers(member)) throw refusal(memberKey, "an object inside of another");
      return [write(name, key), write(toText(member, memberKey, isoDate), memberKey)] as const;
    });
  return Array.isArray(value)
    ? { kind: "list", texts: pairs.map(([, text]) => text) }
    : { kind: "object", pairs };
}

/** `blue`, `blue black brown`, `R 100 G 200`: what is joined by a delimiter. */
export function flat(shape: StyledValue): readonly string[] {
  switch (shape.kind) {
    case "single":
      return [shape.text];
    case "list":
      return shape.texts;
    case "object":
      return shape.pairs.flat();
  }
}

/** `blue`, `blue black brown`, `R=100 G=200`: what is joined by a delimiter when it is exploded. */
export function exploded(shape: StyledValue): readonly string[] {
  return shape.kind === "object"
    ? shape.pairs.map(([name, text]) => `${name}=${text}`)
    : flat(shape);
}

/** `color=blue`, `color=blue color=black`, `R=100 G=200`: exploded, where each piece needs a name. */
export function named(name: string, shape: StyledValue): readonly string[] {
  return shape.kind === "object" ? exploded(shape) : flat(shape).map((text) => `${name}=${text}`);
}
