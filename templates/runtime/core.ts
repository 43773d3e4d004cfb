import type { Dialect } from "./dialect.js";
import type { RequestOptions } from "./request.js";
import type { Transport } from "./transport.js";

/** What all calls of one client share. */
export interface Core<O extends RequestOptions> {
  readonly dialect: Dialect<O>;
  readonly transport: Transport;
  /** The document's server. */
  readonly server: string;
  /** Stands for every server, those of single operations too. */
  readonly baseUrl: string | undefined;
  readonly maxNetworkRetries: number;
  readonly timeout: number;
  readonly onAttempt: ((attempt: Attempt) => void) | undefined;
}

/** One attempt at a call, when it is over. */
export interface Attempt {
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Milliseconds that it took. */
  readonly duration: number;
  /** Of the answer; undefined: there was none. */
  readonly status: number | undefined;
  readonly headers: Headers | undefined;
  /** The key that was sent. */
  readonly idempotencyKey: string | undefined;
  /** undefined: it succeeded. */
  readonly error: Error | undefined;
  /** Milliseconds until the next attempt; undefined: this was the last. */
  readonly retryIn: number | undefined;
}
