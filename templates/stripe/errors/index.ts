import type { StripeAPIError } from "./stripe-api-error.js";
import type { StripeAuthenticationError } from "./stripe-authentication-error.js";
import type { StripeCardError } from "./stripe-card-error.js";
import type { StripeConnectionError } from "./stripe-connection-error.js";
import type { StripeIdempotencyError } from "./stripe-idempotency-error.js";
import type { StripeInvalidRequestError } from "./stripe-invalid-request-error.js";
import type { StripePermissionError } from "./stripe-permission-error.js";
import type { StripeRateLimitError } from "./stripe-rate-limit-error.js";
import type { StripeSignatureVerificationError } from "./stripe-signature-verification-error.js";
import type { StripeTimeoutError } from "./stripe-timeout-error.js";

export { StripeAPIError } from "./stripe-api-error.js";
export { StripeAuthenticationError } from "./stripe-authentication-error.js";
export { StripeCardError } from "./stripe-card-error.js";
export { StripeConnectionError } from "./stripe-connection-error.js";
export { StripeError } from "./stripe-error.js";
export { StripeIdempotencyError } from "./stripe-idempotency-error.js";
export { StripeInvalidRequestError } from "./stripe-invalid-request-error.js";
export { StripePermissionError } from "./stripe-permission-error.js";
export { StripeRateLimitError } from "./stripe-rate-limit-error.js";
export { StripeSignatureVerificationError } from "./stripe-signature-verification-error.js";
export { StripeTimeoutError } from "./stripe-timeout-error.js";

/** Every error of a call: `instanceof StripeError` narrows to it, and a `switch` on `type` from there. */
export type AnyStripeError =
  | StripeAPIError
  | StripeAuthenticationError
  | StripeCardError
  | (StripeConnectionError & { readonly type: "StripeConnectionError" })
  | StripeIdempotencyError
  | StripeInvalidRequestError
  | StripePermissionError
  | StripeRateLimitError
  | StripeSignatureVerificationError
  | StripeTimeoutError;
