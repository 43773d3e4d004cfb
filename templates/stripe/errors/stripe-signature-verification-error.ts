import type { StripeRawError } from "./raw-error.js";
import { StripeError } from "./stripe-error.js";

/** A webhook's signature does not fit its body, its secret or the time. */
export class StripeSignatureVerificationError extends StripeError {
  static override readonly type: string = "StripeSignatureVerificationError";
  declare readonly type: "StripeSignatureVerificationError";
  /** The header `Stripe-Signature`, where it is known. */
  declare readonly header?: unknown;
  /** The body, where it is known. Neither of them shows. */
  declare readonly payload?: unknown;

  constructor(given?: string | Partial<StripeRawError>);
  /** As the official SDK has it. */
  constructor(header: unknown, payload: unknown, given?: string | Partial<StripeRawError>);
  constructor(...args: readonly unknown[]) {
    const given = args.length > 1 ? args[2] : args[0];
    super(given as string | Partial<StripeRawError> | undefined);
    if (args.length < 2) return;
    const [header, payload] = args;
    Object.defineProperties(this, { header: { value: header }, payload: { value: payload } });
  }
}
