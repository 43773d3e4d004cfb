import * as t from "./client/index.js";
import * as operations from "./client/operations/index.js";

declare const schemas: t.Schemas;
schemas["1st"].odd satisfies number;
schemas[""].odd satisfies number;
schemas["__proto__"].odd satisfies number;
schemas["class"].odd satisfies number;
schemas["Array"].at satisfies string | undefined;
schemas["aB"] satisfies { odd: number };
schemas["ab"] satisfies { odd: number };
({ odd: 1 }) satisfies t.Class;
({ odd: 1 }) satisfies t._1st;
({ at: "a" }) satisfies t.ArraySchema;
({ at: "a" }) satisfies t.PromiseSchema;
({ at: "a" }) satisfies t.ErrorSchema;
({ at: "a", self: {} }) satisfies t.File;

const client = t.createClient({ baseUrl: "https://x.test" });
await operations.delete_(client);
await operations.await_(client);
await operations.json(client, {});
