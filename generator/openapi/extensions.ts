/** What all objects of a document may have, and references. */

/** Specification extensions: `x-…`. */
export interface Extensions {
  readonly [extension: `x-${string}`]: unknown;
}

/** Keys come from the document: read it with `Object.entries` or `member`, never `map[key]`. */
export type Dictionary<T> = Readonly<Record<string, T>>;

/** After `load`, `$ref` is `#` and a JSON Pointer into the same document, without percent-encoding. */
export interface Reference extends Extensions {
  readonly $ref: string;
  /** 3.1: replaces the target's own. */
  readonly summary?: string;
  /** 3.1: replaces the target's own. */
  readonly description?: string;
}

export type Referable<T> = Reference | T;
