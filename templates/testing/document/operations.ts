/** The operations. A small example stands here; the generator puts the document's own in its place. */
import type { TestOperations } from "./data.js";

export const operations: TestOperations = {
  "GET /posts/{post}": { query: "{}", response: "@post", id: "post", expand: "expand" },
};
