import { createClient } from "./client/index.js";
import * as operations from "./client/operations/index.js";

const client = createClient({ baseUrl: "https://x.test" });
const range = await operations.usersWorkbookWorksheetsRange1a2b(client, "me", "1", "A1:B2");
range.address satisfies string | null | undefined;
// @ts-expect-error: an address is there
await operations.usersWorkbookWorksheetsRange1a2b(client, "me", "1", null);

const { getReportsDeltaStartStartEndEndScopeScopeDeepDeep: delta } = operations;
await delta(client, "2024-01-01", 5, "user", true);
// @ts-expect-error: and so is a date
await delta(client, null, 5, "user", true);
// @ts-expect-error: and a number
await delta(client, "2024-01-01", null, "user", true);
// @ts-expect-error: and a value of a list, behind a reference
await delta(client, "2024-01-01", 5, null, true);
// @ts-expect-error: and one of a union
await delta(client, "2024-01-01", 5, "user", null);

(await operations.usersGetPhotoContent(client, "me")) satisfies ReadableStream<Uint8Array>;
