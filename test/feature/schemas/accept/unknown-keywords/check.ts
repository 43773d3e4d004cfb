import { type A, createClient } from "./client/index.js";
import { b } from "./client/operations/index.js";

(await b(createClient({ baseUrl: "https://x.test" }))) satisfies void;
({ a: "a", b: "b" }) satisfies A;
