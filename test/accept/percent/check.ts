import { createClient, type Schemas } from "./client/index.js";
import { percent } from "./client/operations/index.js";

const answer = await percent(createClient({ baseUrl: "https://x.test" }), { "a/b~c%d": { "%": "x" } });
answer satisfies Schemas["100%"];
answer["%"] satisfies number;
answer["%41"]["%zz"]?.["%"] satisfies number | undefined;
answer.A satisfies boolean | undefined;
// @ts-expect-error: required
({ "%": 1 }) satisfies Schemas["50%"];
