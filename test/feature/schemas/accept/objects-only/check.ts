import type * as t from "./client/index.js";

([{ end: 1 }]) satisfies t.List;
([]) satisfies t.Anything;
"a" satisfies t.Anything;
({}) satisfies t.Anything;
(["a"]) satisfies t.Mixed;
({ a: 1 }) satisfies t.Object;
// @ts-expect-error
([]) satisfies t.Object;
({ a: "a" }) satisfies t.Either;
({ b: "b" }) satisfies t.Either;
// @ts-expect-error
({}) satisfies t.Either;
({ a: 1, c: 1 }) satisfies t.Inherited;
// @ts-expect-error
({ a: 1 }) satisfies t.Inherited;
({ a: 1, d: 1 }) satisfies t.OfObjects;
// @ts-expect-error
({ a: 1 }) satisfies t.OfObjects;
({ x: 1 }) satisfies t.Fields;
([1]) satisfies t.Fields;
null satisfies t.Fields;
// @ts-expect-error
"a" satisfies t.Fields;
(["a"]) satisfies t.Items;
// @ts-expect-error
([1]) satisfies t.Items;
