import { StripeError } from "./stripe-error.js";

/** A webhook's signature does not fit its body, its secret or the time. */
export class StripeSignatureVerificationError extends StripeError {
  static override readonly type: string = "StripeSignatureVerificationError";
  declare readonly type: "StripeSignatureVerificationError";
}
