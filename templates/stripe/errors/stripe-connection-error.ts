import { StripeError } from "./stripe-error.js";

/** No answer, or only part of one: the request may have arrived. */
export class StripeConnectionError extends StripeError {
  static override readonly type: string = "StripeConnectionError";
  declare readonly type: "StripeConnectionError" | "StripeTimeoutError";
}
