import { createClient } from "./client/index.js";
import { getPet } from "./client/operations/index.js";

await getPet(createClient({ baseUrl: "https://x.test" }), 1, "a");
// @ts-expect-error: what is not declared is text
await getPet(createClient({ baseUrl: "https://x.test" }), 1, 2);
