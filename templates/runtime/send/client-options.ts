import type { Middleware } from "openapi-fetch";
import type { Call } from "../call/request.js";
import type { ResponseHead } from "../response/failure.js";
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
   * Told about each attempt before it goes out, and waited for. What it sets of the headers goes out, with this attempt
   * and those after it. What it throws reaches the caller.
   */
  readonly onRequest?: ((request: AttemptRequest) => void | Promise<void>) | undefined;
  /** Told about each response, whatever its status. What it throws reaches the caller. */
  readonly onResponse?: ((response: AttemptResponse) => void) | undefined;
  /**
   * Told about each attempt when it is over, but not when the caller aborts or a middleware throws. What it throws
   * reaches the caller.
   */
  readonly onAttempt?: ((attempt: Attempt) => void) | undefined;
}

/** One attempt at a call, before it goes out. */
export interface AttemptRequest {
  /** One object for all attempts at a call: a key for what is kept between the hooks. */
  readonly call: Call;
  /** 0 for the first attempt. */
  readonly retries: number;
  /** With the query, which may hold a credential. */
  readonly url: string;
  /** With the credentials. */
  readonly headers: Headers;
}

/** The response to one attempt, whatever its status. Its body is the call's. */
export interface AttemptResponse {
  readonly call: Call;
  readonly retries: number;
  readonly response: ResponseHead;
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
