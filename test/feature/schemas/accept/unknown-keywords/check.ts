import type { A } from "./client/index.js";

({ a: "a", b: "b" }) satisfies A;
