/** Examples by schema. The generator puts the document's own in the place of these. */
import type { Templates } from "./data.js";

export const examples: Templates = {
  author: "{id=author_1 name}",
  post: "{id=post_1 author=id(author)}",
};
