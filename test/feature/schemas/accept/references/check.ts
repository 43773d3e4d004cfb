import { createClient, type Pet } from "./client/index.js";
import { getOther, getPet } from "./client/operations/index.js";

const client = createClient({ baseUrl: "https://x.test" });
const pet = await getPet(client, 1);
pet satisfies Pet;
pet.tag satisfies "a" | "b";
pet.code satisfies number;
pet.again satisfies "a" | "b" | undefined;
pet.odd satisfies boolean | undefined;
pet.anchored satisfies number | undefined;
pet.identified?.self?.self satisfies object | undefined;
pet.there?.back?.code satisfies number | undefined;
pet.both?.base satisfies number | undefined;
({ base: 1, more: "a" }) satisfies Pet["both"];
// @ts-expect-error: required beside the reference
({ more: "a" }) satisfies Pet["both"];
(await getOther(client)).code satisfies number | undefined;
// @ts-expect-error: the parameter is of the property's type
await getPet(client, "a");
