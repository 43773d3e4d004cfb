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

// Bare aliases in the mapped tuples above, and NoInfer around suggestions: without either of them
// the compiler does twice the work for each call.
type Checked<N, P> = P extends Valid<N, P, []> ? P : NoInfer<Suggested<N, P, "", []>>;

type CheckedInList<N, P> = P extends `data.${infer Rest}`
  ? Rest extends Valid<N, Rest, [0]>
    ? P
    : NoInfer<Suggested<N, Rest, "data.", [0]>>
  : string extends P
    ? P
    : NoInfer<Suggested<N, "", "data.", [0]>>;

/** One element for each segment already behind us. */
type Depth = readonly 0[];

/** The depth at which a segment is the last one: a path has at most four. */
type LastDepth = 3;

/** `unknown` when P is a valid path of N, or not known before the program runs; else `never`. */
type Valid<N, P, D extends Depth> = P extends `${infer Segment}.${infer Rest}`
  ? [N] extends [never]
    ? never
    : D["length"] extends LastDepth
      ? never
      : Valid<Target<N, Segment>, Rest, [...D, 0]>
  : P extends Ending<N>
    ? unknown
    : string extends P
      ? unknown
      : never;

/** What could stand at the first wrong segment of P, with everything `Before` it. */
type Suggested<
  N,
  P,
  Before extends string,
  D extends Depth,
> = P extends `${infer Segment}.${infer Rest}`
  ? D["length"] extends LastDepth
    ? "an expand path has at most 4 segments"
    : [Target<N, Segment>] extends [never]
      ? NextSegment<N, Before, D>
      : [NextSegment<Target<N, Segment>, "", [...D, 0]>] extends [never]
        ? Segment extends Ending<N>
          ? `${Before}${Segment}`
          : NextSegment<N, Before, D>
        : Suggested<Target<N, Segment>, Rest, `${Before}${Segment}.`, [...D, 0]>
  : NextSegment<N, Before, D>;

/** Every valid segment of N: those that may end a path, and (with a dot) those that must go on. */
type NextSegment<N, Before extends string, D extends Depth> = D["length"] extends LastDepth
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
