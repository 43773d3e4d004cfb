import { StripeError } from "./stripe-error.js";

/** 402: a card was declined, or a payment failed for another reason. */
export class StripeCardError extends StripeError {
  static override readonly type: string = "StripeCardError";
  declare readonly type: "StripeCardError";
}
