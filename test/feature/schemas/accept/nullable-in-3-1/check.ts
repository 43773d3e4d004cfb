import type { A } from "./client/index.js";

({ a: null, b: null, c: "c" }) satisfies A;
// @ts-expect-error
({ a: null, b: null, c: null }) satisfies A;
