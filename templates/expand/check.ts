import type { Depth, ExpandMap, ListPrefix, Valid, ValidInList } from "./map.js";

/**
 * The type of the parameter for the paths of an operation that returns a schema N. A valid path stays as
 * it is; in the place of a wrong one stands what is valid there, so that the compiler names it and
 * an editor completes it segment by segment.
 *
 * Use it alone, as `expand?: CheckPaths<"post", E>`: E is inferred from it.
 */
export type CheckPaths<N, E extends readonly string[]> =
  { [I in keyof E]: Checked<N, E[I]> } | InferWhole<E>;

/** The same for an operation that returns a list of N: paths begin with {@link ListPrefix}. */
export type CheckListPaths<N, E extends readonly string[]> =
  { [I in keyof E]: CheckedInList<N, E[I]> } | InferWhole<E>;

/**
 * Always `never`. It lets the compiler infer E as a whole where it is one of several lists, as in
 * `full ? ["author"] : []`; from the mapped tuple alone it would take the first list for all.
 */
type InferWhole<E> = [E] extends [0] ? E : never;

// The mapped tuples hold bare aliases, and suggestions stand in NoInfer: written out in place, or
// open to inference, either makes the compiler's work on a call larger by 4 to 8 %.
type Checked<N, P> = P extends Valid<N, P> ? P : NoInfer<Suggested<N, P, "", Depth>>;

type CheckedInList<N, P> = P extends `${ListPrefix}${infer Rest}`
  ? Rest extends ValidInList<N, Rest>
    ? P
    : NoInfer<Suggested<N, Rest, ListPrefix, ListDepth>>
  : string extends P
    ? P
    : NoInfer<Suggested<N, "", ListPrefix, ListDepth>>;

/** A prefix is a segment, too. */
type ListDepth = ListPrefix extends "" ? Depth : Fewer[Depth];

// `unknown` when P is a valid path of N with at most so many segments, or not known before the
// program runs; else `never`. One type for each length, of which the map names the one that the API
// has: a counter would cost on every segment.
export type ValidIn6<N, P> = P extends `${infer Segment}.${infer Rest}`
  ? ValidIn5<Target<N, Segment>, Rest>
  : ValidIn1<N, P>;
export type ValidIn5<N, P> = P extends `${infer Segment}.${infer Rest}`
  ? ValidIn4<Target<N, Segment>, Rest>
  : ValidIn1<N, P>;
export type ValidIn4<N, P> = P extends `${infer Segment}.${infer Rest}`
  ? ValidIn3<Target<N, Segment>, Rest>
  : ValidIn1<N, P>;
export type ValidIn3<N, P> = P extends `${infer Segment}.${infer Rest}`
  ? ValidIn2<Target<N, Segment>, Rest>
  : ValidIn1<N, P>;
export type ValidIn2<N, P> = P extends `${infer Segment}.${infer Rest}`
  ? ValidIn1<Target<N, Segment>, Rest>
  : ValidIn1<N, P>;
export type ValidIn1<N, P> =
  P extends Ending<N>
    ? unknown
    : string extends P
      ? [N] extends [never]
        ? never
        : unknown
      : never;

/** The same for a path of any length. */
export type ValidInAny<N, P> = P extends `${infer Segment}.${infer Rest}`
  ? ValidInAny<Target<N, Segment>, Rest>
  : ValidIn1<N, P>;

/** What could stand at the first wrong segment of P, `Left` segments before the end of a path. */
type Suggested<
  N,
  P,
  Before extends string,
  Left extends keyof Fewer,
> = P extends `${infer Segment}.${infer Rest}`
  ? Left extends 1
    ? `an expand path has at most ${Depth} segments`
    : [Target<N, Segment>] extends [never]
      ? NextSegment<N, Before, Left>
      : [NextSegment<Target<N, Segment>, "", Fewer[Left]>] extends [never]
        ? Segment extends Ending<N>
          ? `${Before}${Segment}`
          : NextSegment<N, Before, Left>
        : Suggested<Target<N, Segment>, Rest, `${Before}${Segment}.`, Fewer[Left]>
  : NextSegment<N, Before, Left>;

/** How many segments are left behind one of so many; 0 is any number. */
interface Fewer {
  6: 5;
  5: 4;
  4: 3;
  3: 2;
  2: 1;
  1: 1;
  0: 0;
}

/** Every valid segment of N: those that may end a path, and (with a dot) those that must go on. */
type NextSegment<N, Before extends string, Left extends keyof Fewer> = Left extends 1
  ? `${Before}${Ending<N>}`
  : `${Before}${Ending<N>}` | `${Before}${Passing<N>}.`;

/** The properties of N that may end a path. N may be several names. */
type Ending<N> = N extends keyof ExpandMap
  ? (keyof ExpandMap[N]["expandable"] | keyof ExpandMap[N]["includable"]) & string
  : never;

/** The properties of N that a path can only go through. */
type Passing<N> = N extends keyof ExpandMap
  ? Exclude<keyof ExpandMap[N]["nested"], keyof ExpandMap[N]["includable"]> & string
  : never;

/** The schemas behind a segment of N. */
type Target<N, Segment> = N extends keyof ExpandMap
  ? Segment extends keyof ExpandMap[N]["expandable"]
    ? ExpandMap[N]["expandable"][Segment]
    : Segment extends keyof ExpandMap[N]["nested"]
      ? ExpandMap[N]["nested"][Segment]
      : never
  : never;
