import { createClient } from "./client/index.js";
import { getLists, getNullable, getParts, getPet } from "./client/operations/index.js";

const client = createClient({ baseUrl: "https://x.test" });
await getPet(client, 1, "a");
// @ts-expect-error: what is not declared is text
await getPet(client, 1, 2);

await getNullable(client, "a", 1, "red", "plain");
// @ts-expect-error: a path has no null
await getNullable(client, null, 1, "red", "plain");
// @ts-expect-error: nor where it stands in a union
await getNullable(client, "a", null, "red", "plain");
// @ts-expect-error: nor behind a reference
await getNullable(client, "a", 1, null, "plain");

await getParts(client, "blue", 1, "text");
// @ts-expect-error: nor behind a reference in a composition
await getParts(client, null, 1, "text");
// @ts-expect-error: nor in a list of values
await getParts(client, "blue", null, "text");
// @ts-expect-error: nor where it is all there is
await getParts(client, "blue", 1, null);

await getLists(client, ["a"], { x: 1 }, "red", "a", null);
// @ts-expect-error: a list is there, too
await getLists(client, null, { x: 1 }, "red", "a", null);
// @ts-expect-error: and an object
await getLists(client, ["a"], null, "red", "a", null);
// @ts-expect-error: and what has something beside its reference
await getLists(client, ["a"], { x: 1 }, null, "a", null);
// @ts-expect-error: and what refers to itself
await getLists(client, ["a"], { x: 1 }, "red", null, null);
