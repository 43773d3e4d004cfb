import type { Core } from "./core.js";
import { deadline } from "./deadline.js";
import type { Failure } from "./dialect.js";
import { prepare, type Prepared } from "./prepare.js";
import type { Reading } from "./read.js";
import type { Call, LastResponse, RequestOptions } from "./request.js";

/** Sends a call, again when it fails and may be repeated, and gives its answer. */
export async function send<O extends RequestOptions>(
  core: Core<O>,
  call: Call,
  options: O | undefined,
): Promise<unknown> {
  const { dialect, transport, options: defaults } = core;
  const signal = options?.signal;
  const timeout = (options?.timeout ?? defaults.timeout ?? 80_000) || Infinity;
  const maxNetworkRetries = options?.maxNetworkRetries ?? defaults.maxNetworkRetries ?? 2;
  let prepared: Prepared | undefined;

  try {
    for (let retries = 0; ; retries++) {
      const outcome = await deadline(timeout, signal, { timeout }, async (abort) => {
        prepared ??= await prepare(core, call, options);
        abort.throwIfAborted();
        const received = await transport(call, prepared.outgoing, abort);
        return "ok" in received
          ? read(call, received, { timeout, signal, error: dialect.error })
          : received;
      });
      // Made here, not where it went wrong: this way its stack leads to the caller.
      const error = "value" in outcome ? undefined : dialect.error(outcome);
      const retryIn =
        error && prepared?.repeatable && retries < maxNetworkRetries
          ? dialect.retry(error, retries)
          : undefined;
      defaults.onAttempt?.({ call, retries, error, retryIn });
      if ("value" in outcome) {
        const { status, headers } = outcome.response;
        return withLastResponse(outcome.value, {
          status,
          headers,
          requestId: headers.get(dialect.requestId),
          idempotencyKey: prepared?.outgoing.headers.get(dialect.idempotencyKey) ?? null,
        });
      }
      if (retryIn === undefined) throw error;
      await deadline(retryIn, signal, undefined);
    }
  } catch (error) {
    void prepared?.release?.();
    throw error;
  }
}

interface Answer {
  readonly response: Response;
  readonly value: unknown;
}

async function read(call: Call, response: Response, reading: Reading): Promise<Answer | Failure> {
  let body = "";
  try {
    if (call.read) return { response, value: await call.read(response, reading) };
    body = await response.text();
    return { response, value: body || response.status !== 204 ? JSON.parse(body) : undefined };
  } catch (cause) {
    return cause instanceof SyntaxError ? { response, body } : { cause };
  }
}

function withLastResponse(value: unknown, lastResponse: LastResponse): unknown {
  return typeof value === "object" && value
    ? Object.defineProperty(value, "lastResponse", { value: lastResponse })
    : value;
}
