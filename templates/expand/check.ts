import type { ExpandMap } from "./map.js";

/**
 * The type of the parameter `expand` of an operation that answers a schema N. A valid path stays as
 * it is; in the place of a wrong one stands what is valid there, so that the compiler names it and
 * an editor completes it segment by segment.
 *
 * Use it alone, as `expand?: CheckPaths<"checkout.session", E>`: E is inferred from it.
 */
export type CheckPaths<N, E extends readonly string[]> =
  { [I in keyof E]: Checked<N, E[I]> } | InferWhole<E>;

/** The same for an operation that answers a list of N: paths begin with `data.`. */
export type CheckListPaths<N, E extends readonly string[]> =
  { [I in keyof E]: CheckedInList<N, E[I]> } | InferWhole<E>;

/**
 * Always `never`. It lets the compiler infer E as a whole where it is one of several lists, as in
 * `full ? ["customer"] : []`; from the mapped tuple alone it would take the first list for all.
 */
type InferWhole<E> = [E] extends [0] ? E : never;

// The mapped tuples hold bare aliases, and suggestions stand in NoInfer: written out in place, or
// open to inference, either makes the compiler's work on a call larger by 4 to 8 %.
type Checked<N, P> = P extends ValidIn4<N, P> ? P : NoInfer<Suggested<N, P, "", 4>>;

type CheckedInList<N, P> = P extends `data.${infer Rest}`
  ? Rest extends ValidIn3<N, Rest>
    ? P
    : NoInfer<Suggested<N, Rest, "data.", 3>>
  : string extends P
    ? P
    : NoInfer<Suggested<N, "", "data.", 3>>;

// `unknown` when P is a valid path of N with at most so many segments, or not known before the
// program runs; else `never`. One type for each length: a counter would cost on every segment.
type ValidIn4<N, P> = P extends `${infer Segment}.${infer Rest}`
  ? ValidIn3<Target<N, Segment>, Rest>
  : ValidIn1<N, P>;
type ValidIn3<N, P> = P extends `${infer Segment}.${infer Rest}`
  ? ValidIn2<Target<N, Segment>, Rest>
  : ValidIn1<N, P>;
type ValidIn2<N, P> = P extends `${infer Segment}.${infer Rest}`
  ? ValidIn1<Target<N, Segment>, Rest>
  : ValidIn1<N, P>;
type ValidIn1<N, P> =
  P extends Ending<N>
    ? unknown
    : string extends P
      ? [N] extends [never]
        ? never
        : unknown
      : never;

/** What could stand at the first wrong segment of P, `Left` segments before the end of a path. */
type Suggested<
  N,
  P,
  Before extends string,
  Left extends keyof Fewer,
> = P extends `${infer Segment}.${infer Rest}`
  ? Left extends 1
    ? "an expand path has at most 4 segments"
    : [Target<N, Segment>] extends [never]
      ? NextSegment<N, Before, Left>
      : [NextSegment<Target<N, Segment>, "", Fewer[Left]>] extends [never]
        ? Segment extends Ending<N>
          ? `${Before}${Segment}`
          : NextSegment<N, Before, Left>
        : Suggested<Target<N, Segment>, Rest, `${Before}${Segment}.`, Fewer[Left]>
  : NextSegment<N, Before, Left>;

/** How many segments are left behind one of so many. */
interface Fewer {
  4: 3;
  3: 2;
  2: 1;
  1: 1;
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
