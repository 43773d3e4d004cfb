/** Places in nested parameters. */

/** Names and indices on the way to a value. */
export type Place = readonly string[];

/** Every place that holds a value, in the order of the parameters. A file is one value. */
export function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  if ("data" in value && value.data instanceof Uint8Array) return [];
  const members: [string, unknown][] = Object.entries(value);
  return members.flatMap(([name, member]) => [
    [name],
    ...placesIn(member).map((place) => [name, ...place]),
  ]);
}

/** A copy with another value in one place. */
export function put(value: unknown, [name, ...rest]: Place, replacement: unknown): unknown {
  if (name === undefined) return replacement;
  const members: [string, unknown][] = Object.entries(Object(value));
  const changed = members.map(([key, member]): [string, unknown] => [
    key,
    key === name ? put(member, rest, replacement) : member,
  ]);
  return Array.isArray(value) ? changed.map(([, member]) => member) : Object.fromEntries(changed);
}

/** As people write it: `line_items[0].quantity`. */
export function nameOf(place: Place): string {
  return place
    .map((name, depth) => (depth === 0 ? name : /^\d+$/.test(name) ? `[${name}]` : `.${name}`))
    .join("");
}
