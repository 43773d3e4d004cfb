import type { Failure } from "../../runtime/dialect.js";
import { StripeAPIError } from "./stripe-api-error.js";
import { StripeAuthenticationError } from "./stripe-authentication-error.js";
import { StripeCardError } from "./stripe-card-error.js";
import { StripeConnectionError } from "./stripe-connection-error.js";
import type { ErrorDetails, StripeError } from "./stripe-error.js";
import { StripeIdempotencyError } from "./stripe-idempotency-error.js";
import { StripeInvalidRequestError } from "./stripe-invalid-request-error.js";
import { StripePermissionError } from "./stripe-permission-error.js";
import { StripeRateLimitError } from "./stripe-rate-limit-error.js";
import { StripeTimeoutError } from "./stripe-timeout-error.js";

/** @see https://docs.stripe.com/api/errors */
export function toError(failure: Failure): StripeError {
  if ("timeout" in failure) return new StripeTimeoutError(`No answer within ${failure.timeout} ms`);
  if ("cause" in failure) return new StripeConnectionError(`No answer: ${failure.cause}`, failure);
  const { status } = failure.response;
  const error = errorIn(failure.body);
  const Class = classOf(status, error);
  return new Class(error?.message ?? `Stripe answered with status ${status}`, {
    ...failure,
    error,
  });
}

type StripeErrorClass = new (message: string, details: ErrorDetails) => StripeError;

function classOf(status: number, error: ErrorDetails["error"]): StripeErrorClass {
  const invalid =
    error?.type === "idempotency_error" ? StripeIdempotencyError : StripeInvalidRequestError;
  const classes: { readonly [status: number]: StripeErrorClass } = {
    400: error?.code === "rate_limit" ? StripeRateLimitError : invalid,
    401: StripeAuthenticationError,
    402: StripeCardError,
    403: StripePermissionError,
    404: invalid,
    429: StripeRateLimitError,
  };
  return classes[status] ?? StripeAPIError;
}

/** The error object of an answer, `{ error: { … } }`. */
function errorIn(body: unknown): ErrorDetails["error"] {
  const { error }: { readonly error?: unknown } = Object(body);
  return typeof error === "object" && error ? error : undefined;
}
