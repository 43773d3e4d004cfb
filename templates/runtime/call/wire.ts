import type { Incoming } from "../response/incoming.js";
import type { FetchBody } from "../support/bytes.js";

/** What goes out, once. */
export interface WireRequest {
  readonly method: string;
  readonly headers: Headers;
  readonly body: FetchBody | null;
  readonly signal: AbortSignal;
  /** Sending it twice has no other effect than sending it once. */
  readonly repeatable: boolean;
}

/**
 * Carries a request to the server. Redirects are not followed.
 *
 * @param input - the URL; or the request that a middleware has made of it, whose own parts count then
 * @throws what keeps a response from coming; the signal's reason
 */
export type Wire = (input: string | Request, request: WireRequest) => Promise<Incoming>;
