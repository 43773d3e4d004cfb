import { StripeError } from "./stripe-error.js";

/** Stripe failed, or answered something that is not an answer. */
export class StripeAPIError extends StripeError {
  static override readonly type: string = "StripeAPIError";
  declare readonly type: "StripeAPIError";
}
