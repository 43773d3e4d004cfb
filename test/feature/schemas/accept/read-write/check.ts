import { createClient, type Owner, type Pet, type PetInput, type Plain } from "./client/index.js";
import { createPet, patchPlain, putOwner } from "./client/operations/index.js";
import type { Schemas } from "./client/index.js";

const client = createClient({ baseUrl: "https://x.test" });
const pet = await createPet(client, { name: "a", secret: "b", parent: { name: "c", secret: "d" } });
pet satisfies Pet;
pet.id satisfies string;
pet.parent?.id satisfies string | undefined;
// @ts-expect-error: only written
void pet.secret;
// @ts-expect-error: only read
await createPet(client, { name: "a", secret: "b", created: "today" });
// @ts-expect-error: required of requests
await createPet(client, { name: "a" });
await createPet(client, { name: "a", secret: "b", both: "c" });
pet.both satisfies string | undefined;

const [owner] = await putOwner(client, { pets: [{ name: "a", secret: "b" }], petsByName: { a: { name: "a", secret: "b" } } });
owner satisfies Owner | undefined;
owner?.petsByName["a"]?.id satisfies string | undefined;
// @ts-expect-error
await putOwner(client, { pets: [{ id: "1", name: "a", secret: "b" }], petsByName: {} });

(await patchPlain(client, { plain: { a: "b" } })) satisfies Plain;
// @ts-expect-error
await patchPlain(client, { at: "now" });
({ taken: true }) satisfies PetInput;
declare const name: keyof Schemas;
name satisfies "Id" | "Pet" | "Owner" | "Subtype" | "Plain" | "PetInput";
