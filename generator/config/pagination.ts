/** How an API cuts its lists into pages: what a document has no word for, and what needs no templates. */
import type { Selector } from "./index.js";

/**
 * One way in which operations return a list page by page. An operation takes the first rule that it fits: it is a GET that
 * returns JSON, the response has the properties that the rule names, and the operation has the rule's parameter. It
 * then returns a promise of a page: `await` gives the first page as the document has it, `for await` the items of all
 * pages, `autoPagingToArray({ limit: 100 })` so many of them, and a page has `nextPage()`.
 *
 * ```ts
 * pagination: [
 *   { kind: "cursor", next: "meta.next_cursor", parameter: "cursor" },
 *   { kind: "url", next: "next_page_url", items: "data" },
 *   { kind: "link" },
 *   { kind: "page", parameter: "page", operations: ["tag:reports"] },
 *   { kind: "offset", parameter: "skip", more: "has_more" },
 * ]
 * ```
 *
 * Pages that form a cycle end with an error, as does a page that repeats the one before it.
 */
export type PaginationRule =
  CursorRule | NextUrlRule | LinkHeaderRule | PageNumberRule | PageOffsetRule;

/** The body names what a parameter of the next call takes. The last page has no such property, or null or `""`. */
export interface CursorRule extends AnyPaginationRule {
  readonly kind: "cursor";
  /** The property with the next cursor. */
  readonly next: PropertyPath;
  /** The query parameter that takes it. */
  readonly parameter: string;
}

/**
 * The body has the URL of the next page, relative to the page's own or absolute. One on another origin is an error, before
 * anything is sent: credentials stay where they belong. The last page has no such property, or null or `""`.
 */
export interface NextUrlRule extends AnyPaginationRule {
  readonly kind: "url";
  readonly next: PropertyPath;
}

/** The header `Link` has that URL, with `rel="next"` (RFC 8288, section 3). The last page has none. */
export interface LinkHeaderRule extends AnyPaginationRule {
  readonly kind: "link";
}

/** Pages are counted. The first one without items is the end. */
export interface PageNumberRule extends AnyPaginationRule {
  readonly kind: "page";
  /** The query parameter that takes the number. */
  readonly parameter: string;
  /** The number of the first page. Default 1. */
  readonly first?: number;
}

/** Items are counted. The first page without items is the end. */
export interface PageOffsetRule extends AnyPaginationRule {
  readonly kind: "offset";
  /** The query parameter that takes how many items to leave out. */
  readonly parameter: string;
}

export interface AnyPaginationRule {
  /** The array of a page's items. Default: the response itself, else its only property that is an array. */
  readonly items?: PropertyPath;
  /** A property that is false on the last page. Default: none. */
  readonly more?: PropertyPath;
  /** The operations that are meant. Default: all that fit. */
  readonly operations?: readonly Selector[];
}

/** Names of properties, from the response inwards: `meta.next`; in a list, where names have dots: `["@odata.nextLink"]`. */
export type PropertyPath = string | readonly string[];
