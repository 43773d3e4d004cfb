import * as t from "./client/index.js";
import * as operations from "./client/operations/index.js";

const client = t.createClient({ baseUrl: "https://x.test" });
(await operations.op0(client, "1", { aux: "a" })).odd satisfies number;
(await operations.op6(client, "1", { "CON.txt": "a" }))["CON.txt"] satisfies string | undefined;
(await operations.op10(client, "1")).pets satisfies string | undefined;
// Both of these are one text to a reader, and two to a program.
(await operations.op12(client, "1"))["caf\u00e9"] satisfies string | undefined;
(await operations.op13(client, "1"))["cafe\u0301"] satisfies string | undefined;

declare const schemas: t.Schemas;
schemas["Pets"].Pets satisfies string | undefined;
schemas["PETS"].PETS satisfies string | undefined;
schemas["nul"].nul satisfies string | undefined;
