import { createClient, type Pet } from "./client/index.js";
import { a } from "./client/operations/index.js";

await a(createClient());
({ kind: "Cat" }) satisfies Pet;
