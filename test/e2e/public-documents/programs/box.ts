/** Box: a token by OAuth, a folder page by page, an upload, a download that is a redirect. */
import { createClient, isApiError } from "./client/index.js";
import {
  getFilesIdContent,
  getFoldersIdItems,
  getUsersMe,
  postFilesContent,
  postOauth2Token,
} from "./client/operations/index.js";

export const overrides = {
  "GET /files/{file_id}/content": () =>
    new Response(null, { status: 302, headers: { location: "https://dl.box.test/1" } }),
  "GET /users/me": () =>
    Response.json({ type: "error", status: 404, code: "not_found" }, { status: 404 }),
};

export async function run(baseUrl: string): Promise<string> {
  const { access_token = "" } = await postOauth2Token(createClient({ baseUrl }), {
    grant_type: "client_credentials",
    client_id: "id",
    client_secret: "secret",
  });
  const box = createClient({
    baseUrl,
    auth: { OAuth2Security: access_token },
    maxNetworkRetries: 0,
  });
  const { entries = [] } = await getFoldersIdItems(box, "0", { query: { limit: 2 } });
  const names = entries.map((entry) => `${entry.type} ${entry.name}`);
  const uploaded = await postFilesContent(box, {
    body: {
      attributes: { name: "hello.txt", parent: { id: "0" } },
      file: new Blob(["hello"], { type: "text/plain" }),
    },
  });
  const download = await getFilesIdContent(box, uploaded.entries?.[0]?.id ?? "1");
  const location = download && "location" in download ? download.location : undefined;
  if (location !== "https://dl.box.test/1") throw new Error(`redirected to ${location}`);
  const status = await getUsersMe(box).then(
    () => 200,
    (error: unknown) => (isApiError(error) ? error.status : 0),
  );
  if (status !== 404) throw new Error(`status ${status}`);
  return `${names.length} entries, ${uploaded.total_count} uploaded`;
}
