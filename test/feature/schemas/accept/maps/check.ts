import type * as t from "./client/index.js";

const mixed: t.Mixed = { name: "a", list: [true], more: 1 };
mixed.name satisfies string;
mixed.when satisfies string | undefined;
// @ts-expect-error
({ name: "a", more: { not: "a number" } }) satisfies t.Mixed;
// @ts-expect-error
({ name: 1 }) satisfies t.Mixed;
// @ts-expect-error
({ more: 1 }) satisfies t.Mixed;
({ name: "a", "x-a": 1, "y-b": true }) satisfies t.Patterns;
// @ts-expect-error
({ "x-a": [] }) satisfies t.Patterns;
({ s1: "a", other: 1 }) satisfies t.PatternsAlone;
({ s1: "a" }) satisfies t.PatternsOfAll;
// @ts-expect-error
({ s1: 1 }) satisfies t.PatternsOfAll;
({ s1: "a", other: 1 }) satisfies t.PatternsAndMore;
({ a: "a", b: [1] }) satisfies t.Open;
({ a: "a" }) satisfies t.Closed;
// @ts-expect-error
({ b: "a" }) satisfies t.Closed;
({}) satisfies t.Empty;
// @ts-expect-error
({ a: 1 }) satisfies t.Empty;
({ a: 1 }) satisfies t.Anything;
({ a: { b: "c" } }) satisfies t.Of;
// @ts-expect-error
({ a: { b: 1 } }) satisfies t.Of;
({ a: "a", b: 1 }) satisfies t.Unevaluated;
({ b: { a: "a" } }) satisfies t.Refs;
// @ts-expect-error
({ b: { a: 1 } }) satisfies t.Refs;
({ name: "a", more: 1 }) satisfies t.Inherited;
({ a: "a", b: null }) satisfies t.FreeForm;
