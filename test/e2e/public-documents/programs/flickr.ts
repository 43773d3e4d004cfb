/** Flickr: the operation in the query of a path, an upload as a form. */
import { createClient } from "./client/index.js";
import { getMediaBySearch, getPhotoByID, uploadPhoto } from "./client/operations/index.js";

export async function run(baseUrl: string): Promise<string> {
  const flickr = createClient({ baseUrl, maxNetworkRetries: 0 });
  const { photo } = await getPhotoByID(flickr, { api_key: "key", photo_id: "1" });
  const found = await getMediaBySearch(flickr, { api_key: "key", text: "harbour" });
  await uploadPhoto(flickr, {
    api_key: "key",
    title: "Harbour",
    is_public: "0",
    photo: new Blob(["jpg"], { type: "image/jpeg" }),
  });
  return `${photo?.id}; page ${found.page}`;
}
