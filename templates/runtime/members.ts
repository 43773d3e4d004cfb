/** The object that a property may hold, beside an id, a number or nothing. */
export type ObjectOf<T> = Extract<T, object>;

/** What the array holds that a property may hold. */
export type ItemOf<T> = Extract<T, readonly unknown[]>[number];

/** What is at every key of the object that a property may hold. */
export type EntryOf<T> = Extract<T, object> extends { readonly [key: string]: infer V } ? V : never;

/** The values that a property may have, without those that say there is none. */
export type ValueOf<T> = Exclude<T, null | undefined | "">;
