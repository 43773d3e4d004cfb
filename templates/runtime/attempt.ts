import { deadline, Late } from "./deadline.js";
import type { Failure } from "./dialect.js";
import type { Reading } from "./read.js";
import type { Call } from "./request.js";
import type { Incoming } from "./transport.js";

/** How an attempt ended. */
export type Outcome =
  | { readonly kind: "answer"; readonly response: Response; readonly value: unknown }
  | Failure;

/**
 * Exchanges a request for a response and reads it, within the time that one attempt may take.
 *
 * @throws the caller's own reason when the caller aborts; what `exchange` throws
 */
export async function attempt(
  call: Call,
  reading: Reading,
  exchange: (abort: AbortSignal) => Promise<Incoming>,
): Promise<Outcome> {
  const { timeout, signal } = reading;
  try {
    return await deadline(
      async (abort) => {
        const incoming = await exchange(abort);
        return incoming.kind === "response" ? read(call, incoming.response, reading) : incoming;
      },
      timeout,
      signal,
    );
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (cause instanceof Late) return { kind: "timeout", timeout };
    throw cause;
  }
}

async function read(call: Call, response: Response, reading: Reading): Promise<Outcome> {
  let body = "";
  try {
    if (call.read) return { kind: "answer", response, value: await call.read(response, reading) };
    body = await response.text();
    const empty = response.status === 204 || response.status === 205;
    return { kind: "answer", response, value: empty ? undefined : JSON.parse(body) };
  } catch (cause) {
    return cause instanceof SyntaxError
      ? { kind: "unreadable", response, body, cause }
      : { kind: "connection", cause };
  }
}
