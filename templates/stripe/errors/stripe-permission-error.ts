import { StripeError } from "./stripe-error.js";

/** 403: the key has no right to do this. */
export class StripePermissionError extends StripeError {
  static override readonly type: string = "StripePermissionError";
  declare readonly type: "StripePermissionError";
}
