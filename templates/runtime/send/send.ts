import { checked } from "./base-url.js";
import type { ClientOptions } from "./client-options.js";
import { deadline } from "../support/deadline.js";
import type { Dialect } from "../call/dialect.js";
import type { Failure } from "../response/failure.js";
import { prepare, type Prepared } from "./prepare.js";
import { redactError } from "../support/redact.js";
import type { Call, LastResponse, RequestOptions } from "../call/request.js";
import type { Transport } from "./transport.js";

/** Sends a call, again when it fails and may be repeated, and gives its response. */
export async function send<O extends RequestOptions, E extends Error>(
  dialect: Dialect<O, E>,
  server: string,
  defaults: ClientOptions,
  transport: Transport,
  call: Call,
  options: O | undefined,
): Promise<unknown> {
  const signal = options?.signal;
  const timeout = (options?.timeout ?? defaults.timeout ?? 80_000) || Infinity;
  const maxNetworkRetries = options?.maxNetworkRetries ?? defaults.maxNetworkRetries ?? 2;
  const baseUrl = checked(defaults.baseUrl ?? call.server ?? server);
  const { method, path } = call;
  const where = { method, path, host: baseUrl.replace(/^https?:\/\/|\/.*/gi, "") };
  let prepared: Prepared | undefined;
  let refresh = false;
  const toError = (failure: Failure): E =>
    redactError(dialect.error(failure, where), prepared?.secrets() ?? [], dialect.redact);
  const reading = { timeout, signal, error: toError, objects: dialect.objects };

  try {
    for (let retries = 0; ; retries++) {
      const outcome = await deadline(timeout, signal, reading, async (abort) => {
        prepared ??= await prepare(dialect, baseUrl, call, options, refresh);
        const { url, headers } = prepared.init;
        await defaults.onRequest?.({ call, retries, url, headers });
        abort.throwIfAborted();
        return transport(call, prepared.init, abort, reading);
      });
      // Made here, not where it went wrong: this way its stack leads to the caller.
      const error = "value" in outcome ? undefined : toError(outcome);
      const renews = error && !refresh && prepared?.isRenewable && dialect.isRefused?.(error);
      const retryIn = renews
        ? 0
        : error && prepared?.repeatable && retries < maxNetworkRetries + Number(refresh)
          ? dialect.retry(error, retries)
          : undefined;
      if ("response" in outcome)
        defaults.onResponse?.({ call, retries, response: outcome.response });
      defaults.onAttempt?.({ call, retries, error, retryIn });
      if ("value" in outcome) {
        const { status, headers } = outcome.response;
        return withLastResponse(outcome.value, {
          status,
          headers,
          requestId: headers.get(dialect.requestId),
          idempotencyKey: prepared?.init.headers.get(dialect.idempotencyKey) ?? null,
        });
      }
      if (retryIn === undefined) throw error;
      if (renews) {
        refresh = true;
        prepared = undefined;
      }
      await deadline(retryIn, signal, undefined);
    }
  } catch (error) {
    void prepared?.release?.();
    throw error;
  }
}

/** An object gets it out of sight, and a primitive value not at all. */
function withLastResponse(value: unknown, lastResponse: LastResponse): unknown {
  Object.defineProperty(Object(value), "lastResponse", { value: lastResponse, enumerable: false });
  return value;
}
