/** PeerTube: a token by a form, XML, an upload, errors that are problem+json. */
import { createClient, isApiError } from "./client/index.js";
import {
  addVideoCaption,
  getOAuthClient,
  getSyndicatedVideos,
  getUserInfo,
  getVideoChannel,
} from "./client/operations/index.js";

export const overrides = {
  "GET /api/v1/video-channels/{channelHandle}": () =>
    Response.json(
      { type: "about:blank", title: "Not Found", status: 404, detail: "no channel" },
      { status: 404, headers: { "content-type": "application/problem+json" } },
    ),
  "GET /feeds/videos.{format}": () =>
    new Response("<rss/>", { headers: { "content-type": "application/xml" } }),
};

export async function run(baseUrl: string): Promise<string> {
  const tube = createClient({ baseUrl, auth: { OAuth2: "token" }, maxNetworkRetries: 0 });
  const { client_id } = await getOAuthClient(tube);
  const feed = await getSyndicatedVideos(tube, "xml", undefined, { accept: "application/xml" });
  if (feed !== "<rss/>") throw new Error(String(feed));
  await addVideoCaption(tube, "9c9de5e8", "en", { captionfile: new Blob(["WEBVTT"]) });
  const [me] = await getUserInfo(tube);
  const problem = await getVideoChannel(tube, "none").then(
    () => undefined,
    (error: unknown) => (isApiError(error) ? error : undefined),
  );
  if (problem?.status !== 404 || !JSON.stringify(problem.body).includes("no channel"))
    throw new Error("no problem");
  return `client ${client_id}, user ${me?.username}`;
}
