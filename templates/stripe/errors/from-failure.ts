import type { Where } from "../../runtime/call/dialect.js";
import type { Failure } from "../../runtime/response/failure.js";
import { describeResponse, describeSilence } from "../../runtime/errors/describe.js";
import type { ErrorDetails } from "./base-error.js";
import type { StripeRawError } from "./raw-error.js";
import {
  StripeAPIError,
  StripeAuthenticationError,
  StripeCardError,
  StripeConnectionError,
  type StripeError,
  StripeIdempotencyError,
  StripeInvalidRequestError,
  StripePermissionError,
  StripeRateLimitError,
  StripeTimeoutError,
} from "./stripe-error.js";

/**
 * The error of a failure. Its message is Stripe's own; where there is none it tells what was asked for.
 *
 * @see https://docs.stripe.com/api/errors
 */
export function toError(
  failure: Failure,
  where: Where,
  choose: ChooseClass = classOf,
): StripeError {
  const { method, path } = where;
  if (!("response" in failure)) {
    const Class = "timeout" in failure ? StripeTimeoutError : StripeConnectionError;
    const cause = "cause" in failure && { cause: failure.cause };
    return new Class(describeSilence(failure, where), { method, path, ...cause });
  }
  const { response, body } = failure;
  const { status: statusCode, headers } = response;
  const error = errorIn(body);
  const given: Partial<StripeRawError> = {
    ...error,
    message:
      typeof error?.message === "string" && error.message
        ? error.message
        : describeResponse(response, where),
    headers,
    statusCode,
  };
  const raw = error ?? (typeof body === "string" ? body.slice(0, 1024) : body);
  return new (choose(statusCode, error))(given, {
    raw,
    method,
    path,
    requestId: headers.get("request-id"),
  });
}

export type StripeErrorClass = new (
  given: Partial<StripeRawError>,
  details: ErrorDetails,
) => StripeError;

/** The class of an error, by the status of the response and the API's error object. */
export type ChooseClass = (
  status: number,
  error: Partial<StripeRawError> | undefined,
) => StripeErrorClass;

export function classOf(
  status: number,
  error: Partial<StripeRawError> | undefined,
): StripeErrorClass {
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

/** The error object of a response, `{ error: { … } }`. */
function errorIn(body: unknown): Partial<StripeRawError> | undefined {
  const { error }: { readonly error?: unknown } = Object(body);
  return typeof error === "object" && error && !Array.isArray(error) ? error : undefined;
}
