import { StripeError } from "./stripe-error.js";

/** A webhook's signature does not fit its body, its secret or the time. */
export class StripeSignatureVerificationError extends StripeError {
  static override readonly type: string = "StripeSignatureVerificationError";
  declare readonly type: "StripeSignatureVerificationError";
  /** The header `Stripe-Signature`. Neither `inspect` nor JSON shows it. */
  declare readonly header?: string | undefined;
  /** The text of the request body, where it was one. Neither `inspect` nor JSON shows it. */
  declare readonly payload?: string | undefined;
}
