import { BaseError } from "./base-error.js";
import type { RawErrorType, StripeRawError } from "./raw-error.js";

/**
 * Whatever goes wrong in a call. `type` tells the class, and narrows in a `switch`.
 *
 * `inspect` and JSON show the fields that are text or numbers. What may hold a client secret (the objects, the
 * headers, `raw`) can be read, but does not show.
 */
export class StripeError extends BaseError {
  static override readonly type: string = "StripeError";
  /** @see {@link generate} */
  static readonly generate: typeof generate = generate;
}

/** Stripe failed, or its response is not one that can be used. */
export class StripeAPIError extends StripeError {
  static override readonly type: string = "StripeAPIError";
  declare readonly type: "StripeAPIError";
}

/** 401: the key is not valid. */
export class StripeAuthenticationError extends StripeError {
  static override readonly type: string = "StripeAuthenticationError";
  declare readonly type: "StripeAuthenticationError";
}

/** 402: a card was declined, or a payment failed for another reason. */
export class StripeCardError extends StripeError {
  static override readonly type: string = "StripeCardError";
  declare readonly type: "StripeCardError";
}

/** No response, or only part of one: the request may have arrived. The message tells method, host and reason. */
export class StripeConnectionError extends StripeError {
  static override readonly type: string = "StripeConnectionError";
  declare readonly type: "StripeConnectionError" | "StripeTimeoutError";
}

/** No response within `timeout`: the request may have arrived. */
export class StripeTimeoutError extends StripeConnectionError {
  static override readonly type: string = "StripeTimeoutError";
  declare readonly type: "StripeTimeoutError";
}

/** An idempotency key was used before, with other parameters. */
export class StripeIdempotencyError extends StripeError {
  static override readonly type: string = "StripeIdempotencyError";
  declare readonly type: "StripeIdempotencyError";
}

/** OAuth: a code or refresh token is not valid. No call gives it; {@link generate} does. */
export class StripeInvalidGrantError extends StripeError {
  static override readonly type: string = "StripeInvalidGrantError";
  declare readonly type: "StripeInvalidGrantError";
}

/** 400, 404: the request cannot be served as it is. */
export class StripeInvalidRequestError extends StripeError {
  static override readonly type: string = "StripeInvalidRequestError";
  declare readonly type: "StripeInvalidRequestError";
}

/** 403: the key has no right to do this. */
export class StripePermissionError extends StripeError {
  static override readonly type: string = "StripePermissionError";
  declare readonly type: "StripePermissionError";
}

/** 429: too many requests, or an object is locked by another one. */
export class StripeRateLimitError extends StripeError {
  static override readonly type: string = "StripeRateLimitError";
  declare readonly type: "StripeRateLimitError";
}

interface Generated {
  api_error: StripeAPIError;
  authentication_error: StripeAuthenticationError;
  card_error: StripeCardError;
  idempotency_error: StripeIdempotencyError;
  invalid_grant: StripeInvalidGrantError;
  invalid_request_error: StripeInvalidRequestError;
  rate_limit_error: StripeRateLimitError;
}

/**
 * The error for an API's error object, by the object's type alone, as the official SDK makes it: for tests. Of an unknown type, it
 * is a `StripeError`.
 *
 * @example
 * StripeError.generate({ type: "card_error", message: "Declined", code: "card_declined" })
 */
export function generate<T extends RawErrorType>(
  raw: StripeRawError & { readonly type: T },
): T extends keyof Generated ? Generated[T] : StripeError {
  const classes: { readonly [K in keyof Generated]: new (raw: StripeRawError) => Generated[K] } = {
    api_error: StripeAPIError,
    authentication_error: StripeAuthenticationError,
    card_error: StripeCardError,
    idempotency_error: StripeIdempotencyError,
    invalid_grant: StripeInvalidGrantError,
    invalid_request_error: StripeInvalidRequestError,
    rate_limit_error: StripeRateLimitError,
  };
  const { type }: { readonly type: string } = raw;
  const isKnown = (name: string): name is keyof Generated => Object.hasOwn(classes, name);
  // The document says which types there are: another version of the API may have others.
  return new (isKnown(type) ? classes[type] : StripeError)(raw) as never;
}
