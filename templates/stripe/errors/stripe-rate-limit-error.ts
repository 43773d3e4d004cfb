import { StripeError } from "./stripe-error.js";

/** 429: too many requests, or an object is locked by another one. */
export class StripeRateLimitError extends StripeError {
  static override readonly type: string = "StripeRateLimitError";
  declare readonly type: "StripeRateLimitError";
}
