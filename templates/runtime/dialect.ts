import type { BodyEncoder } from "./body.js";
import type { Call, HeaderValues, QuerySerializer, RequestOptions } from "./request.js";
import type { WriteDate } from "./value.js";

/** Why an attempt gave no answer. */
export type Failure = BadAnswer | Disconnected | OutOfTime;

/** The API answered with a status that is not 2xx, or with a body that cannot be read. */
export interface BadAnswer {
  readonly response: Response;
  /** Parsed where it is JSON, else its text. */
  readonly body: unknown;
}

/** There was no answer, or only part of one. */
export interface Disconnected {
  readonly cause: unknown;
}

export interface OutOfTime {
  /** The time that was given, in milliseconds. */
  readonly timeout: number;
}

/** What a dialect adds to each attempt at a call. */
export interface Prepared {
  readonly headers: HeaderValues;
  readonly query?: object;
}

/** The habits of one API that its OpenAPI document does not tell. */
export interface Dialect<O extends RequestOptions, E extends Error = Error> {
  readonly query: QuerySerializer;
  readonly body: BodyEncoder;
  /** How a Date is written in a body that the dialect does not write itself. Default: RFC 3339. */
  readonly date?: WriteDate;
  /** The header by which the API names a request, in lower case. */
  readonly requestId: string;
  /** The header that makes a repeated request act only once, in lower case. */
  readonly idempotencyKey: string;
  /** Asked once for each call: all its attempts carry the same headers. What it throws reaches the caller. */
  readonly prepare: (call: Call, options: O | undefined) => Prepared | Promise<Prepared>;
  readonly error: (failure: Failure) => E;
  /**
   * Milliseconds to wait before a call that may be repeated is sent again, after `retries` retries; undefined: not
   * again.
   */
  readonly retry: (error: E, retries: number) => number | undefined;
}
