import { attempt, type Outcome } from "./attempt.js";
import type { Attempt, Core } from "./core.js";
import { wait } from "./deadline.js";
import type { Failure } from "./dialect.js";
import { prepare } from "./prepare.js";
import type { Call, LastResponse, RequestOptions } from "./request.js";
import type { Outgoing } from "./transport.js";

/** Sends a call, again when it fails and may be repeated, and gives its answer. */
export async function send<O extends RequestOptions>(
  core: Core<O>,
  call: Call,
  options: O | undefined,
): Promise<unknown> {
  const caller = new Error();
  const { dialect } = core;
  const { timeout = core.timeout, maxNetworkRetries = core.maxNetworkRetries, signal } = options ?? {};
  const toError = (failure: Failure) => calledBy(caller, dialect.error(failure));
  const reading = { timeout, signal, error: toError };
  let outgoing: Outgoing | undefined;

  for (let retries = 0; ; retries++) {
    const started = Date.now();
    const outcome = await attempt(call, reading, async (abort) => {
      outgoing ??= await prepare(core, call, options);
      return core.transport(outgoing, abort);
    });
    const idempotencyKey = outgoing?.headers[dialect.idempotencyKey] ?? undefined;
    const failure = outcome.kind === "answer" ? undefined : outcome;
    const error = failure && toError(failure);
    const retryIn =
      failure && outgoing?.repeatable && retries < maxNetworkRetries
        ? dialect.retry(failure, retries)
        : undefined;
    observe(core, call, outcome, {
      attempt: retries + 1,
      duration: Date.now() - started,
      idempotencyKey,
      error,
      retryIn,
    });
    if (outcome.kind === "answer") {
      return withLastResponse(outcome.value, {
        status: outcome.response.status,
        headers: outcome.response.headers,
        requestId: outcome.response.headers.get(dialect.requestId) ?? undefined,
        idempotencyKey,
      });
    }
    if (retryIn === undefined) throw error;
    await wait(retryIn, signal);
  }
}

/** An observer only looks on: what it throws must not change how a call ends. */
function observe<O extends RequestOptions>(
  { onAttempt }: Core<O>,
  { method, path }: Call,
  outcome: Outcome,
  about: Omit<Attempt, "method" | "path" | "status" | "headers">,
): void {
  const { status, headers } = "response" in outcome ? outcome.response : {};
  try {
    onAttempt?.({ method, path, status, headers, ...about });
  } catch {}
}

function withLastResponse(value: unknown, lastResponse: LastResponse): unknown {
  return typeof value === "object" && value
    ? Object.defineProperty(value, "lastResponse", { value: lastResponse })
    : value;
}

/** Gives an error the stack of the call: where it was built, timers and sockets are all there is to see. */
function calledBy(caller: Error, error: Error): Error {
  const frames = caller.stack?.replace(/^Error.*\n/, "");
  return Object.defineProperty(error, "stack", {
    value: `${error.name}: ${error.message}\n${frames}`,
    configurable: true,
    writable: true,
  });
}
