import type { Base, Choice, Subtype, Holder, Level, List, Map, Rows, Strict, Wrapped } from "./client/index.js";

null satisfies Base;
({ id: "a", a: "b" }) satisfies Subtype;
// @ts-expect-error
null satisfies Subtype;
declare const strict: Strict;
// @ts-expect-error: `allOf` holds for null as well, whose type the base allows
strict.more satisfies number;
({ more: "a" }) satisfies Strict;
// @ts-expect-error
({}) satisfies Strict;
null satisfies Wrapped;
({ id: "a" }) satisfies Wrapped;
null satisfies Choice;
"a" satisfies Choice;
// @ts-expect-error
1 satisfies Choice;
null satisfies Level;
// @ts-expect-error
"middle" satisfies Level;
[1, null] satisfies List;
null satisfies List;
null satisfies Map;
({ a: "a", b: 1 }) satisfies Map;
// @ts-expect-error
({ a: "a", b: null }) satisfies Map;
({ rows: null }) satisfies Rows;
({ rows: [["a"]] }) satisfies Rows;
({ plain: { id: "a" }, wrapped: null }) satisfies Holder;
// @ts-expect-error
({ plain: null }) satisfies Holder;
