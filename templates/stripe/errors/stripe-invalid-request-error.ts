import { StripeError } from "./stripe-error.js";

/** 400, 404: the request cannot be served as it is. */
export class StripeInvalidRequestError extends StripeError {
  static override readonly type: string = "StripeInvalidRequestError";
  declare readonly type: "StripeInvalidRequestError";
}
