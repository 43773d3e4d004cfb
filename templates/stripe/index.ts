/** What the dialect adds to the package's main entry. */
export * from "./errors/index.js";
export type { ApiList, ApiSearchResult } from "./lists.js";
export type { ApiKey, AppInfo, Client, RequestOptions, StripeOptions } from "./options/options.js";
export type { PagePromise, SearchPromise } from "./pages.js";
export {
  constructEvent,
  constructEventAsync,
  CryptoProviderOnlySupportsAsyncError,
  createNodeCryptoProvider,
  createSubtleCryptoProvider,
  generateTestHeader,
  generateTestHeaderString,
} from "./webhooks/index.js";
export { idOf } from "../runtime/id-of.js";
export type {
  CryptoProvider,
  Payload,
  SignatureHeader,
  TestHeaderOptions,
} from "./webhooks/index.js";
export type { Attempt, Middleware } from "../runtime/client.js";
export type { Upload } from "../runtime/encode/multipart.js";
export type { LastResponse, Result } from "../runtime/call/request.js";
