/** The object that property K may hold, beside an id, a number or nothing. */
export type ObjectOf<T, K extends keyof T> = Extract<T[K], object>;

/** What the array holds that property K may hold. */
export type ItemOf<T, K extends keyof T> = Extract<T[K], readonly unknown[]>[number];

/** What is at every key of the object that property K may hold. */
export type EntryOf<T, K extends keyof T> =
  ObjectOf<T, K> extends { readonly [key: string]: infer V } ? V : never;

/** The values that property K may have, without those that say there is none. */
export type ValueOf<T, K extends keyof T> = Exclude<T[K], null | undefined | "">;
