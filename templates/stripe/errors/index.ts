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
export type AnyStripeError =
  | errors.StripeAPIError
  | errors.StripeAuthenticationError
  | errors.StripeCardError
  | (errors.StripeConnectionError & { readonly type: "StripeConnectionError" })
  | errors.StripeIdempotencyError
  | errors.StripeInvalidGrantError
  | errors.StripeInvalidRequestError
  | errors.StripePermissionError
  | errors.StripeRateLimitError
  | StripeSignatureVerificationError
  | errors.StripeTimeoutError;
