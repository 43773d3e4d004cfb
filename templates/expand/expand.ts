import type { ExpandMap, List, Schemas } from "./map.js";
import type { ItemPaths } from "./paths.js";

/**
 * The schema N as the API returns it when the paths P are asked for.
 *
 * - `P = never`: nothing is expanded, every expandable property is an id
 * - `P = "author" | "author.posts"`: exactly these paths are expanded
 * - `P = string`: not known which; every expandable property is an id or the object
 *
 * N may be several names (`"author" | "former_author"`); the result is a union then.
 */
export type Expand<N extends keyof Schemas, P extends string> = [P] extends [never]
  ? Schemas[N]
  : ExpandEach<N, P>;

/** {@link Expand} for any target, one schema after the other, so that a union stays a union. */
type ExpandEach<N, P extends string> = N extends keyof ExpandMap & keyof Schemas
  ? [Head<P> & Touched<N>] extends [never]
    ? Schemas[N]
    : Expanded<N, P>
  : N extends keyof Schemas
    ? Schemas[N]
    : never;

/** Schema N with the properties replaced that the paths P begin with. */
export type Expanded<N extends keyof ExpandMap & keyof Schemas, P extends string> = {
  [K in keyof Carried<N, Head<P>>]: K extends Head<P>
    ? Property<N, K, K extends keyof Includable<N> ? Includable<N>[K] : Carried<N, Head<P>>[K], P>
    : Carried<N, Head<P>>[K];
};

/** The first segment of each path. */
type Head<P extends string> = P extends `${infer Segment}.${string}` ? Segment : P;

/** What follows the segment K in those paths that begin with it. */
type Tail<P extends string, K> = P extends `${K & string}.${infer Rest}`
  ? Rest
  : string extends P
    ? string
    : never;

type Expandable<N extends keyof ExpandMap> = ExpandMap[N]["expandable"];
type Nested<N extends keyof ExpandMap> = ExpandMap[N]["nested"];
type Includable<N extends keyof ExpandMap> = ExpandMap[N]["includable"];

/** The properties of N that a path can change. */
type Touched<N extends keyof ExpandMap> =
  keyof Expandable<N> | keyof Nested<N> | keyof Includable<N>;

/** Schema N with the includable properties that paths beginning with `Heads` ask for. */
type Carried<N extends keyof ExpandMap & keyof Schemas, Heads extends string> = string extends Heads
  ? Schemas[N] & Partial<Includable<N>>
  : [Heads & keyof Includable<N>] extends [never]
    ? Schemas[N]
    : Schemas[N] & Pick<Includable<N>, Heads & keyof Includable<N>>;

/** The property K of N, whose plain type is V, under the paths P. */
type Property<N extends keyof ExpandMap, K, V, P extends string> = K extends keyof Expandable<N>
  ? Replace<V, ExpandEach<Expandable<N>[K], Tail<P, K>>> | (string extends P ? V : never)
  : K extends keyof Nested<N>
    ? Through<V, Nested<N>[K], Tail<P, K>>
    : V;

/** V with T in the place of ids, also inside arrays; `null` and `undefined` stay. */
type Replace<V, T> = V extends string | number
  ? T
  : V extends readonly (infer Item)[]
    ? Replace<Item, T>[]
    : V;

/** V, an object of schema N or an array of such objects, under the paths P. */
type Through<V, N, P extends string> = [P] extends [never]
  ? V
  : V extends readonly (infer Item)[]
    ? Through<Item, N, P>[]
    : V extends object
      ? [N] extends [`list:${infer Item}`]
        ? List<ExpandEach<Item, ItemPaths<P>>>
        : ExpandEach<N, P>
      : V;
