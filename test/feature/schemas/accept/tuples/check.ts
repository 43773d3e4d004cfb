import type * as t from "./client/index.js";

[] satisfies t.Loose;
["a", 1, null] satisfies t.Loose;
// @ts-expect-error
[1] satisfies t.Loose;
["a", 1] satisfies t.Pair;
// @ts-expect-error
["a"] satisfies t.Pair;
// @ts-expect-error
["a", 1, 2] satisfies t.Pair;
["a", 1] satisfies t.Closed;
// @ts-expect-error
["a", 1, 2] satisfies t.Closed;
["a"] satisfies t.Half;
// @ts-expect-error
[] satisfies t.Half;
["a", true, false] satisfies t.Rest;
// @ts-expect-error
["a", 1] satisfies t.Rest;
["a"] satisfies t.Untyped;
null satisfies t.Nullable;
[null] satisfies t.Nullable;
["a", 1, 2] satisfies t.Old;
// @ts-expect-error
["a", "b"] satisfies t.Old;
[] satisfies t.None;
// @ts-expect-error
[1] satisfies t.None;
[["a", 1]] satisfies t.Nested;
declare const holder: t.Holder;
holder.pair satisfies [number, number] | undefined;
