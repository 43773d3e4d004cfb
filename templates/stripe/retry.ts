import { backoff } from "../runtime/send/retry.js";
import type { StripeError } from "./errors/stripe-error.js";

/** Stripe's advice decides; without it: no response, a conflict, a lock, a failure of theirs. */
export function retry(
  { statusCode = 500, headers, code }: StripeError,
  retries: number,
): number | undefined {
  const advice = headers?.get("stripe-should-retry");
  const worthIt = statusCode >= 500 || statusCode === 409 || code === "lock_timeout";
  return advice === "true" || (worthIt && advice !== "false")
    ? backoff(retries, headers)
    : undefined;
}
