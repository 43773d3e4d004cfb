/**
 * What can be expanded in this API. A small example stands here; the generator emits the real one
 * in its place, with the same exports.
 */

/** A value that holds other values: what stands behind a `list:` target. */
export interface List<T> {
  items: T[];
  next: string | null;
}

/** What the paths of a list begin with: nothing, or the property that holds its items. */
export type ListPrefix = "items.";

/** The most segments that a path has; 0: any number. */
export type Depth = 2;

/** What checks paths of so many segments, and those of a list behind its prefix. */
export type { ValidIn1 as ValidInList, ValidIn2 as Valid } from "./check.js";

export interface Author {
  id: string;
  name: string;
  left?: never;
}

export interface FormerAuthor {
  id: string;
  left: string;
}

export interface Post {
  id: string;
  author: string;
  editors: string[];
  rights: Rights;
}

export interface Rights {
  owner: string | null;
}

/** Every schema, by its name in the document. */
export interface Schemas {
  author: Author;
  former_author: FormerAuthor;
  post: Post;
  rights: Rights;
}

/**
 * What can be expanded, by schema name. Only schemas with something expandable at or behind them
 * have an entry.
 *
 * - `expandable`: an id (or a list of ids) → the schemas that may take its place
 * - `nested`: an object (or array of objects) that a path goes through → its schemas
 * - `includable`: a property that is absent unless asked for → its type
 *
 * A target `list:post` is a {@link List} of posts; it is walked by its `items`.
 */
export interface ExpandMap {
  author: {
    expandable: {};
    nested: { posts: "list:post" };
    includable: { posts: List<Post> };
  };
  post: {
    expandable: { author: "author" | "former_author"; editors: "author" };
    nested: { rights: "rights" };
    includable: {};
  };
  rights: { expandable: { owner: "author" }; nested: {}; includable: {} };
  "list:post": { expandable: {}; nested: { items: "post" }; includable: {} };
}
