import type * as t from "./client/index.js";

"a" satisfies t.ConstText;
// @ts-expect-error
"b" satisfies t.ConstText;
null satisfies t.ConstNull;
// @ts-expect-error
0 satisfies t.ConstNull;
({ a: 1, b: [true, null], c: {} }) satisfies t.ConstObject;
// @ts-expect-error
({ a: 1, b: [true], c: {} }) satisfies t.ConstObject;
[1, ["a"]] satisfies t.ConstArray;
// @ts-expect-error
[1, ["b"]] satisfies t.ConstArray;
[] satisfies t.ConstEmpty;
// @ts-expect-error
[1] satisfies t.ConstEmpty;
["a", 1, -2.5, true, null] satisfies t.Enum[];
// @ts-expect-error
false satisfies t.Enum;
[{ kind: "a" }, { kind: "b" }, "x"] satisfies t.EnumObjects[];
// @ts-expect-error
({ kind: "c" }) satisfies t.EnumObjects;
"b" satisfies t.EnumTwice;
"any" satisfies t.EnumNone;
[1, null] satisfies t.EnumTyped[];
// @ts-expect-error
3 satisfies t.EnumTyped;
Infinity satisfies t.Endless;
['"', "\\", "\n", "\u2028", "*/", "${a}"] satisfies t.Quoted[];
({ always: "anything" }) satisfies t.Yes;
// @ts-expect-error
({ never: 1 }) satisfies t.Yes;
declare const anything: t.True;
// @ts-expect-error
anything satisfies string;
declare const nothing: t.False;
nothing satisfies never;
[1, "a"] satisfies t.Items;
["a", 1, { a: "b" }, [true]] satisfies t.Types[];
// @ts-expect-error
true satisfies t.Types;
["a", "b", null] satisfies t.TypesAndUnion[];
// @ts-expect-error
"c" satisfies t.TypesAndUnion;
null satisfies t.JustNull;
null satisfies t.OnlyNull;
"a" satisfies t.Not;
({ a: "b" }) satisfies t.Either;
