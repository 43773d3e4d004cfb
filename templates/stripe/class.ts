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
import {
  type AnyFetch,
  FetchClient,
  FetchResponse,
  type HttpAgent,
  nodeFetch,
} from "./http/index.js";
import type { Listen } from "./options/listeners.js";
import {
  createNodeCryptoProvider,
  createSubtleCryptoProvider,
  type Webhooks,
  webhooks,
} from "./webhooks/index.js";

export type { errors };
export type * from "./sdk-types.js";
export { clientOptions, type Config, type Config as StripeConfig } from "./options/config.js";
export type { CryptoProvider, Signature, Webhooks } from "./webhooks/index.js";

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
  static readonly HttpClient: typeof FetchClient = FetchClient;
  static readonly HttpClientResponse: typeof FetchResponse = FetchResponse;
  static readonly createNodeCryptoProvider = createNodeCryptoProvider;
  static readonly createSubtleCryptoProvider = createSubtleCryptoProvider;

  /** Its own: a test that replaces a function of it does so for this instance alone. */
  readonly webhooks: Webhooks = { ...webhooks };
  readonly errors: typeof errors = classes;
  /** Calls a handler for each attempt that goes out, or for the head of each response. */
  declare readonly on: Listen;
  /** {@link on}, for one time. */
  declare readonly once: Listen;
  declare readonly off: Listen;

  /** @param fetch - default: the platform's */
  static createFetchHttpClient(this: void, fetch?: AnyFetch): FetchClient {
    return new FetchClient(fetch);
  }

  /**
   * @param agent - default: Node's own
   * @throws {TypeError} where there is no `node:http`
   */
  static createNodeHttpClient(this: void, agent?: HttpAgent | null): FetchClient {
    return new FetchClient(nodeFetch(agent), "node");
  }
}
