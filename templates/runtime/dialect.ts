import type { BodyEncoder } from "./body.js";
import type { Call, HeaderValues, QuerySerializer, RequestOptions } from "./request.js";

/** Why an attempt gave no answer. */
export type Failure =
  /** The API answered with a status that is not 2xx. `body`: parsed where it is JSON, else its text. */
  | { readonly kind: "status"; readonly response: Response; readonly body: unknown }
  /** The API answered 2xx with a body that is not JSON. */
  | {
      readonly kind: "unreadable";
      readonly response: Response;
      readonly body: string;
      readonly cause: unknown;
    }
  /** No answer, or only part of one. */
  | { readonly kind: "connection"; readonly cause: unknown }
  /** No answer in time. `timeout`: milliseconds. */
  | { readonly kind: "timeout"; readonly timeout: number };

/** What the dialect adds to every attempt of a call. */
export interface Prepared {
  /** Names in lower case. */
  readonly headers: HeaderValues;
  /** Encoded, to be appended to the query string. */
  readonly query?: string;
}

/** The habits of one API that its OpenAPI document does not tell. */
export interface Dialect<O extends RequestOptions> {
  readonly query: QuerySerializer;
  readonly body: BodyEncoder;
  /** The name of the header by which the API names a request, in lower case. */
  readonly requestId: string;
  /** The name of the header that makes a repeated request act only once, in lower case. */
  readonly idempotencyKey: string;
  /** Asked once for each call: all its attempts carry the same headers. */
  prepare(call: Call, options: O | undefined): Prepared | Promise<Prepared>;
  /** Milliseconds to wait before a call that may be repeated is sent again; undefined: not again. */
  retry(failure: Failure, retries: number): number | undefined;
  error(failure: Failure): Error;
}
