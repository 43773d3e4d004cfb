import type { Failure } from "../../runtime/dialect.js";
import type { ApiErrors } from "../api.js";
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
  const { body, response } = failure;
  const error = apiErrors(body);
  const Class = classOf(response.status, error);
  return new Class(error.message ?? `Stripe answered ${response.status}, but not with JSON`, {
    response,
    raw: typeof body === "string" ? body.slice(0, 1024) : error,
  });
}

const byStatus: {
  readonly [status: number]: new (message: string, details: ErrorDetails) => StripeError;
} = {
  400: StripeInvalidRequestError,
  401: StripeAuthenticationError,
  402: StripeCardError,
  403: StripePermissionError,
  404: StripeInvalidRequestError,
  429: StripeRateLimitError,
};

function classOf(status: number, { code, type }: Partial<ApiErrors>) {
  if (status === 400 && code === "rate_limit") return StripeRateLimitError;
  if ((status === 400 || status === 404) && type === "idempotency_error")
    return StripeIdempotencyError;
  return byStatus[status] ?? StripeAPIError;
}

/** The error object of an answer, `{ error: { … } }`. */
function apiErrors(body: unknown): Partial<ApiErrors> {
  const error = typeof body === "object" && body && "error" in body ? body.error : undefined;
  return typeof error === "object" && error ? error : {};
}
