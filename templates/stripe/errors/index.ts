import type * as errors from "./stripe-error.js";
import type { StripeSignatureVerificationError } from "./stripe-signature-verification-error.js";

export type { RawErrorType, StripeRawError } from "./raw-error.js";
export {
  generate,
  StripeAPIError,
  StripeAuthenticationError,
  StripeCardError,
  StripeConnectionError,
  StripeError,
  StripeIdempotencyError,
  StripeInvalidGrantError,
  StripeInvalidRequestError,
  StripePermissionError,
  StripeRateLimitError,
  StripeTimeoutError,
} from "./stripe-error.js";
export { StripeSignatureVerificationError } from "./stripe-signature-verification-error.js";

/** Every error of a call: `instanceof StripeError` narrows to it, and a `switch` on `type` from there. */
export type AnyStripeError = ErrorsByType[keyof ErrorsByType];

/** What knows of more errors adds them here. */
export interface ErrorsByType {
  StripeAPIError: errors.StripeAPIError;
  StripeAuthenticationError: errors.StripeAuthenticationError;
  StripeCardError: errors.StripeCardError;
  StripeConnectionError: errors.StripeConnectionError & { readonly type: "StripeConnectionError" };
  StripeIdempotencyError: errors.StripeIdempotencyError;
  StripeInvalidGrantError: errors.StripeInvalidGrantError;
  StripeInvalidRequestError: errors.StripeInvalidRequestError;
  StripePermissionError: errors.StripePermissionError;
  StripeRateLimitError: errors.StripeRateLimitError;
  StripeSignatureVerificationError: StripeSignatureVerificationError;
  StripeTimeoutError: errors.StripeTimeoutError;
}
