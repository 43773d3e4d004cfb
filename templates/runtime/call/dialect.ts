import type { BodyEncoder } from "../encode/body.js";
import type { Redact } from "../support/redact.js";
import type { Call, HeaderValues, Method, RequestOptions } from "./request.js";
import type { QuerySerializer } from "../encode/params.js";
import type { WriteDate } from "../encode/value.js";
import type { Failure } from "../response/failure.js";

/** Which request failed: what an error may tell without telling of whom. */
export interface Where {
  readonly method: Method;
  /** The path template. */
  readonly path: string;
  /** With its port. */
  readonly host: string;
}

/** What a dialect adds to each attempt at a call. */
export interface Prepared {
  readonly headers: HeaderValues;
  readonly query?: object;
  /** Sent where the caller gives no idempotency key. */
  readonly key?: string | undefined;
  /** What no error may show, beside the headers whose names tell that they are secret. */
  readonly secrets?: readonly string[];
  /** Credentials were asked for: asked again, there may be others. */
  readonly isRenewable?: boolean;
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
  /**
   * Asked once for each call: all its attempts carry the same headers. What it throws reaches the caller.
   *
   * @param refresh - asked a second time, for the server has refused the credentials
   */
  readonly prepare: (
    call: Call,
    options: O | undefined,
    refresh: boolean,
  ) => Prepared | Promise<Prepared>;
  /** Whether an error says that the credentials are not, or no longer, good. The call goes out once more with others. */
  readonly isRefused?: (error: E) => boolean;
  /** Makes the error of a failure. Secrets are taken out of it then. */
  readonly error: (failure: Failure, where: Where) => E;
  /** Takes out of a text the secrets that are known by their form. */
  readonly redact?: Redact;
  /** Every JSON response is an object: what is not cannot be read. */
  readonly objects?: boolean;
  /**
   * Milliseconds to wait before a call that may be repeated is sent again, after `retries` retries; undefined: not
   * again.
   */
  readonly retry: (error: E, retries: number) => number | undefined;
}
