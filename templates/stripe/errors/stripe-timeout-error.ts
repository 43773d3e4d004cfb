import { StripeConnectionError } from "./stripe-connection-error.js";

/** No answer in time: the request may have arrived. */
export class StripeTimeoutError extends StripeConnectionError {
  static override readonly type: string = "StripeTimeoutError";
  declare readonly type: "StripeTimeoutError";
}
