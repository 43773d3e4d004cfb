import type { Middleware } from "openapi-fetch";
import type { Call } from "../call/request.js";
import type { Fetch } from "./transport.js";

/** What every client can be told, whatever its API. */
export interface ClientOptions {
  /** Stands for every server of the document, `https://proxy.example/api`. */
  readonly baseUrl?: string | undefined;
  /** Stands for the host of every server; `port` and `protocol` go with it. */
  readonly host?: string | undefined;
  readonly port?: string | number | undefined;
  /** Default: `https`. */
  readonly protocol?: "https" | "http" | undefined;
  /** How often a failed request is sent again. Default: 2. */
  readonly maxNetworkRetries?: number | undefined;
  /** Milliseconds that one attempt may take, body included; 0 for no limit. Default: 80,000. */
  readonly timeout?: number | undefined;
  /** Default: the platform's own. */
  readonly fetch?: Fetch | undefined;
  /** openapi-fetch's middleware. Each attempt passes through it. */
  readonly middleware?: readonly Middleware[] | undefined;
  /**
   * Told about each attempt when it is over, but not when the caller aborts or a middleware throws. What it throws
   * reaches the caller.
   */
  readonly onAttempt?: ((attempt: Attempt) => void) | undefined;
}

/** One attempt at a call, when it is over. */
export interface Attempt {
  readonly call: Call;
  /** 0 for the first attempt. */
  readonly retries: number;
  /** undefined: it succeeded. */
  readonly error: Error | undefined;
  /** Milliseconds until the next attempt; undefined: this was the last. */
  readonly retryIn: number | undefined;
}
