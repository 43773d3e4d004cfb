/** One page of a list. */
export interface ApiList<T> {
  object: "list";
  data: T[];
  /** There are more items behind the last one (with `ending_before`: before the first one). */
  has_more: boolean;
  /** The path of the list. */
  url: string;
}

/** One page of search results. */
export interface ApiSearchResult<T> {
  object: "search_result";
  data: T[];
  has_more: boolean;
  /** The value of `page` for the next one. */
  next_page: string | null;
  /** Only when expanded. */
  total_count?: number;
  /** The path of the search. */
  url: string;
}
