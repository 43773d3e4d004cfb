import { createClient } from "./client/index.js";
import { deletePets, pets, pets2, putPets } from "./client/operations/index.js";

const client = createClient({ baseUrl: "https://x.test" });
await pets(client);
await pets2(client);
await putPets(client);
await deletePets(client);
