import { createClient, type ArraySchema, type Enum, type List, type Schemas, type Union } from "./client/index.js";
import { getList } from "./client/operations/index.js";

(await getList(createClient({ baseUrl: "https://x.test" }))) satisfies List;
[1, "a", { b: "c" }] satisfies Enum[];
// @ts-expect-error
2 satisfies Enum;
[["a"], ["b"]] satisfies ArraySchema[];
"x" satisfies Schemas["𝒳𓡃"];
({ kind: "Thing" }) satisfies Union;
