export * from "../lists.js";

/** One page of a list of the second version. */
export interface V2List<T> {
  data: T[];
  /** Path and query of the next page. */
  next_page_url: string | null;
  previous_page_url: string | null;
}
