/** The generator puts the document's own in the place of this example. */
import type { Result } from "../runtime/request.js";

interface Post {
  id: string;
  author: string | { id: string; name: string };
}

/** The function of each operation, by method and path. */
export interface Operations {
  "GET /posts/{post}": (
    client: object,
    post: string,
    params?: { expand?: readonly string[] },
    options?: object,
  ) => Promise<Result<Post>>;
}
