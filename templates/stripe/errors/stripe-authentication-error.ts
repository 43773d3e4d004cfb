import { StripeError } from "./stripe-error.js";

/** 401: the key is not valid. */
export class StripeAuthenticationError extends StripeError {
  static override readonly type: string = "StripeAuthenticationError";
  declare readonly type: "StripeAuthenticationError";
}
