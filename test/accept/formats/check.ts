import { createClient, type Encoded, type Strange } from "./client/index.js";
import { upload } from "./client/operations/index.js";

const client = createClient({ baseUrl: "https://x.test" });
const answer = await upload(client, { file: new Blob(["x"]), note: "eA==" });
answer.text satisfies string | undefined;
answer.bytes satisfies string | undefined;
answer.at satisfies string | undefined;
// @ts-expect-error
await upload(client, { note: "eA==" });
"eA==" satisfies Encoded;
"x" satisfies Strange;
