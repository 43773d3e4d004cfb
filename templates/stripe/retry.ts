import type { Failure } from "../runtime/dialect.js";
import { backoff } from "../runtime/retry.js";
import { apiErrors } from "./errors/api-errors.js";

/** Stripe's advice decides; without it: a lost connection, a timeout, a conflict, a lock, an error of theirs. */
export function retry(failure: Failure, retries: number): number | undefined {
  return worthIt(failure) ? backoff(retries, "response" in failure ? failure.response.headers : undefined) : undefined;
}

function worthIt(failure: Failure): boolean {
  switch (failure.kind) {
    case "connection":
    case "timeout":
      return true;
    case "unreadable":
      return false;
    case "status": {
      const { status, headers } = failure.response;
      const advice = headers.get("stripe-should-retry");
      if (advice === "true" || advice === "false") return advice === "true";
      return status === 409 || status >= 500 || (status === 429 && apiErrors(failure.body).code === "lock_timeout");
    }
  }
}
