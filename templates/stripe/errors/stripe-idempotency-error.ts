import { StripeError } from "./stripe-error.js";

/** An idempotency key was used before, with other parameters. */
export class StripeIdempotencyError extends StripeError {
  static override readonly type: string = "StripeIdempotencyError";
  declare readonly type: "StripeIdempotencyError";
}
