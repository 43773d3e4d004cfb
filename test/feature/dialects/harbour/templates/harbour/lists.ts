/** One page of a list. */
export interface HarbourList<T> {
  items: T[];
  /** What `after` has to be for the next page. */
  next: string | null;
}
