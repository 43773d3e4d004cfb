import { backoff } from "../runtime/retry.js";
import { StripeConnectionError } from "./errors/stripe-connection-error.js";
import { StripeError } from "./errors/stripe-error.js";

/** Stripe's advice decides; without it: no answer, a conflict, a lock, a failure of theirs. */
export function retry(error: Error, retries: number): number | undefined {
  if (!(error instanceof StripeError)) return undefined;
  const { statusCode = 0, headers, code } = error;
  const advice = headers?.get("stripe-should-retry");
  const worthIt =
    advice === "true" ||
    (advice !== "false" &&
      (error instanceof StripeConnectionError ||
        statusCode === 409 ||
        statusCode >= 500 ||
        (statusCode === 429 && code === "lock_timeout")));
  return worthIt ? backoff(retries, headers) : undefined;
}
