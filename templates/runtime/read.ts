import type { Failure } from "./dialect.js";

/** What a reader may need to know of the call whose answer it reads. */
export interface Reading {
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly error: (failure: Failure) => Error;
}

/** Reads the body of a 2xx answer. Default: JSON. What it rejects with counts as a broken connection. */
export type Reader = (response: Response, reading: Reading) => unknown;
