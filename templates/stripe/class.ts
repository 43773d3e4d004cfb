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
import type { RequestOptions, StripeOptions } from "./options.js";
import { constructEvent, generateTestHeader } from "./webhooks.js";

export type { errors };
export type * from "./sdk-types.js";
export type { Config as StripeConfig };

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

const webhooks = {
  constructEvent,
  constructEventAsync: constructEvent,
  generateTestHeader,
  generateTestHeaderStringAsync: generateTestHeader,
};

/** The superclass: what belongs to Stripe and to no resource. */
export class Base {
  static readonly errors: typeof errors = classes;
  static readonly webhooks: typeof webhooks = webhooks;
  readonly errors: typeof errors = classes;
  readonly webhooks: typeof webhooks = webhooks;
}

const OPTIONS: Readonly<Record<keyof RequestOptions, 0>> = {
  apiKey: 0,
  apiVersion: 0,
  headers: 0,
  idempotencyKey: 0,
  maxNetworkRetries: 0,
  signal: 0,
  stripeAccount: 0,
  stripeContext: 0,
  timeout: 0,
};

/** No parameter of the API is called like an option. */
export function isOptions(value: unknown): boolean {
  const names = typeof value === "object" && value ? Object.keys(value) : [];
  return names.length > 0 && names.every((name) => Object.hasOwn(OPTIONS, name));
}
