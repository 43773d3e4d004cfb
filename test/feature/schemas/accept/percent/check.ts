import { createClient, type Schemas } from "./client/index.js";
import { percent } from "./client/operations/index.js";

const response = await percent(createClient({ baseUrl: "https://x.test" }), { "a/b~c%d": { "%": "x" } });
response satisfies Schemas["100%"];
response["%"] satisfies number;
response["%41"]["%zz"]?.["%"] satisfies number | undefined;
response.A satisfies boolean | undefined;
// @ts-expect-error: required
({ "%": 1 }) satisfies Schemas["50%"];
