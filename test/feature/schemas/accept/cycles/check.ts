import type * as t from "./client/index.js";

"a" satisfies t.Self;
// @ts-expect-error
1 satisfies t.Self;
1 satisfies t.A;
true satisfies t.B;
({ a: "b" }) satisfies t.Both;
// @ts-expect-error
({}) satisfies t.Both;
declare const only: t.Only;
// @ts-expect-error: nothing is left
only satisfies string;
