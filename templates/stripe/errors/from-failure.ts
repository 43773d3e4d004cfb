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
  const { response, body } = failure;
  const error = errorIn(body);
  const Class = classOf(response.status, error);
  const message =
    error?.message ?? `Stripe answered with status ${response.status}, not as documented`;
  return new Class(message, { error, body, response });
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

function classOf(status: number, error: Partial<ApiErrors> | undefined) {
  if (status === 400 && error?.code === "rate_limit") return StripeRateLimitError;
  const Class = byStatus[status] ?? StripeAPIError;
  return Class === StripeInvalidRequestError && error?.type === "idempotency_error"
    ? StripeIdempotencyError
    : Class;
}

/** The error object of an answer, `{ error: { … } }`. */
function errorIn(body: unknown): Partial<ApiErrors> | undefined {
  const { error }: { readonly error?: unknown } = Object(body);
  return typeof error === "object" && error ? error : undefined;
}
