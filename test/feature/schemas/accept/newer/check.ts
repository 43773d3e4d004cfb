import { createClient, type Pet } from "./client/index.js";
import { a, b } from "./client/operations/index.js";

await a(createClient());
await b(createClient());
({ kind: "Cat" }) satisfies Pet;
