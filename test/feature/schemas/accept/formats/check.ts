import { createClient, type Encoded, type Strange } from "./client/index.js";
import { upload } from "./client/operations/index.js";

const client = createClient({ baseUrl: "https://x.test" });
const response = await upload(client, { file: new Blob(["x"]), note: "eA==" });
response.text satisfies string | undefined;
response.bytes satisfies string | undefined;
response.at satisfies string | undefined;
// @ts-expect-error
await upload(client, { note: "eA==" });
"eA==" satisfies Encoded;
"x" satisfies Strange;
