/** What the class has besides the resources, and the types in its namespace that are not of the document. */
import type * as errors from "./errors/index.js";
import {
  generate,
  StripeAPIError,
  StripeAuthenticationError,
  StripeCardError,
  StripeConnectionError,
  StripeError,
  StripeIdempotencyError,
  StripeInvalidGrantError,
  StripeInvalidRequestError,
  StripePermissionError,
  StripeRateLimitError,
  StripeSignatureVerificationError,
  StripeTimeoutError,
} from "./errors/index.js";
import type { StripeOptions } from "./options.js";
import {
  createNodeCryptoProvider,
  createSubtleCryptoProvider,
  type Webhooks,
  webhooks,
} from "./webhooks/index.js";

export type { errors };
export type * from "./sdk-types.js";
export type { Config as StripeConfig };
export type { CryptoProvider, Signature, Webhooks } from "./webhooks/index.js";

/** The options of the class, besides the key. */
export interface Config extends Omit<StripeOptions, "apiKey"> {
  /** Read by the official SDK only. There is nothing to switch off here. */
  readonly telemetry?: boolean | undefined;
  /** Read by the official SDK only. */
  readonly typescript?: true | undefined;
}

/** A plain object: bundlers make more of a module's namespace. */
const classes: typeof errors = {
  generate,
  StripeAPIError,
  StripeAuthenticationError,
  StripeCardError,
  StripeConnectionError,
  StripeError,
  StripeIdempotencyError,
  StripeInvalidGrantError,
  StripeInvalidRequestError,
  StripePermissionError,
  StripeRateLimitError,
  StripeSignatureVerificationError,
  StripeTimeoutError,
};

/** The superclass: what belongs to Stripe and to no resource. */
export class Base {
  static readonly errors: typeof errors = classes;
  static readonly webhooks: Webhooks = webhooks;
  static readonly createNodeCryptoProvider = createNodeCryptoProvider;
  static readonly createSubtleCryptoProvider = createSubtleCryptoProvider;
  /** Its own: a test that replaces a function of it does so for this instance alone. */
  readonly webhooks: Webhooks = { ...webhooks };
  readonly errors: typeof errors = classes;
}
