import type {
  Client as AnyClient,
  ClientOptions,
  RequestOptions as AnyRequestOptions,
} from "../../runtime/client.js";
import type { apiVersion } from "../api.js";

/** The version of the API that the document describes. */
export type LatestApiVersion = typeof apiVersion;

/** A secret key, or what gives one when a call needs it. Its rejection reaches whoever made the call. */
export type ApiKey = string | (() => string | Promise<string>);

interface Context {
  /** The connected account that the request acts for. */
  readonly stripeAccount?: string | undefined;
  readonly stripeContext?: string | undefined;
}

export interface StripeOptions extends ClientOptions, Context {
  readonly apiKey: ApiKey;
  /**
   * The version of the API, which the types are of: another one has other responses. For that, generate a package of its
   * document, or send it all the same, as with the official SDK: `// @ts-expect-error` on the line above.
   */
  readonly apiVersion?: LatestApiVersion | undefined;
  /** Names the caller's own program to Stripe. */
  readonly appInfo?: AppInfo | undefined;
}

export interface AppInfo {
  readonly name: string;
  readonly version?: string | undefined;
  readonly url?: string | undefined;
  readonly partner_id?: string | undefined;
}

export interface RequestOptions extends AnyRequestOptions, Context {
  readonly apiKey?: ApiKey | undefined;
  /** For this call alone, whatever the types are of. Default: that of the client. */
  readonly apiVersion?: string | undefined;
}

export type Client = AnyClient<RequestOptions>;
