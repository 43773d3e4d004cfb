import type { ListPrefix } from "./map.js";

/**
 * The paths that a call certainly asks for, as a union.
 *
 * - `["author", "editors"]` → `"author" | "editors"`
 * - `[]` → `never`
 * - `string[]`, an element that is itself a union, a choice between two lists → `string`: which paths
 *   are asked for is not known before the program runs
 */
export type Paths<E extends readonly string[], Whole = E> = E extends unknown
  ? [Whole] extends [E]
    ? number extends E["length"]
      ? string
      : { [I in keyof E]: Certain<E[I]> }[number]
    : string
  : never;

/** The same for a list: the paths of its items, that is what follows {@link ListPrefix}. */
export type ListPaths<E extends readonly string[]> = ItemPaths<Paths<E>>;

/** What the paths P of a list are for its items. */
export type ItemPaths<P extends string> = string extends P
  ? string
  : P extends `${ListPrefix}${infer R}`
    ? R
    : never;

/** A single path as it is; one of several, as `string`. */
type Certain<P extends string, Whole = P> = P extends unknown
  ? [Whole] extends [P]
    ? P
    : string
  : never;
