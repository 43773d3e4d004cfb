import type { Failure } from "../../runtime/dialect.js";
import type { ApiErrors } from "../api.js";
import { apiErrors } from "./api-errors.js";
import { StripeAPIError } from "./stripe-api-error.js";
import { StripeAuthenticationError } from "./stripe-authentication-error.js";
import { StripeCardError } from "./stripe-card-error.js";
import { StripeConnectionError } from "./stripe-connection-error.js";
import type { StripeError } from "./stripe-error.js";
import { StripeIdempotencyError } from "./stripe-idempotency-error.js";
import { StripeInvalidRequestError } from "./stripe-invalid-request-error.js";
import { StripePermissionError } from "./stripe-permission-error.js";
import { StripeRateLimitError } from "./stripe-rate-limit-error.js";
import { StripeTimeoutError } from "./stripe-timeout-error.js";

/** @see https://docs.stripe.com/api/errors */
export function toError(failure: Failure): StripeError {
  switch (failure.kind) {
    case "connection":
      return new StripeConnectionError(`The connection to Stripe failed: ${reason(failure.cause)}`, failure);
    case "timeout":
      return new StripeTimeoutError(`Stripe gave no answer within ${failure.timeout} ms`);
    case "unreadable":
      return new StripeAPIError("Stripe's answer is not JSON", { ...failure, raw: excerpt(failure.body) });
    case "status":
      return fromStatus(failure.response, failure.body);
  }
}

function fromStatus(response: Response, body: unknown): StripeError {
  const error = apiErrors(body);
  const Class = classOf(response.status, error);
  return new Class(error.message ?? `Stripe answered with status ${response.status}`, {
    response,
    raw: typeof body === "string" ? excerpt(body) : error,
  });
}

function classOf(status: number, { code, type }: Partial<ApiErrors>) {
  switch (status) {
    case 400:
    case 404:
      if (status === 400 && code === "rate_limit") return StripeRateLimitError;
      return type === "idempotency_error" ? StripeIdempotencyError : StripeInvalidRequestError;
    case 401:
      return StripeAuthenticationError;
    case 402:
      return StripeCardError;
    case 403:
      return StripePermissionError;
    case 429:
      return StripeRateLimitError;
    default:
      return StripeAPIError;
  }
}

/** `fetch` hides what happened behind its own message: "fetch failed". */
function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}

function excerpt(body: string): string {
  return body.slice(0, 1024);
}
