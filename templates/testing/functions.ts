/** The generator puts the document's own in the place of this example. */
interface Post {
  id: string;
  author: string | { id: string; name: string };
}

/** What each operation takes and returns, by method and path. */
export interface Operations {
  "GET /posts/{post}": { params?: { expand?: string[] }; response: Post };
}
