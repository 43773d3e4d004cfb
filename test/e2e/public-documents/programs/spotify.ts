/** Spotify: OAuth, offsets, items of two kinds, a picture as base64, an index signature in a body. */
import { createClient } from "./client/index.js";
import {
  createPlaylist,
  getPlaylistsTracks,
  search,
  uploadCustomPlaylistCover,
} from "./client/operations/index.js";

export async function run(baseUrl: string): Promise<string> {
  const spotify = createClient({
    baseUrl,
    auth: { oauth_2_0: () => "token" },
    maxNetworkRetries: 0,
  });
  const playlist = await createPlaylist(spotify, "smedjan", { name: "Road", public: false });
  const id = playlist.id ?? "p1";
  let names = 0;
  for (let offset = 0; offset < 2; offset++) {
    const { items = [] } = await getPlaylistsTracks(spotify, id, { limit: 1, offset });
    for (const { track } of items) if (track && "name" in track) names++;
  }
  await uploadCustomPlaylistCover(spotify, id, "/9j/2wCEABoZ");
  const { albums } = await search(spotify, { q: "Low", type: ["album", "track"] });
  return `${playlist.name}, ${names} tracks, ${albums?.total} albums`;
}
