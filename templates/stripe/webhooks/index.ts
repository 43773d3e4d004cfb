/** `stripe.webhooks`: checks the requests that Stripe sends, and signs requests for tests. */
import { constructEvent, constructEventAsync } from "./construct-event.js";
import { DEFAULT_TOLERANCE, signature } from "./signature.js";
import { generateTestHeaderString, generateTestHeaderStringAsync } from "./test-header.js";

export { constructEvent, constructEventAsync } from "./construct-event.js";
export {
  type CryptoProvider,
  CryptoProviderOnlySupportsAsyncError,
  createNodeCryptoProvider,
  createSubtleCryptoProvider,
} from "./crypto-provider.js";
export type { Payload, SignatureHeader } from "./input.js";
export {
  generateTestHeaderStringAsync as generateTestHeader,
  generateTestHeaderString,
  generateTestHeaderStringAsync,
  type TestHeaderOptions,
} from "./test-header.js";

export const webhooks = {
  DEFAULT_TOLERANCE,
  constructEvent,
  constructEventAsync,
  generateTestHeader: generateTestHeaderStringAsync,
  generateTestHeaderString,
  generateTestHeaderStringAsync,
  signature,
};

export type Webhooks = typeof webhooks;
export type Signature = typeof signature;
