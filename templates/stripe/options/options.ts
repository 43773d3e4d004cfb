import type {
  Client as AnyClient,
  ClientOptions,
  RequestOptions as AnyRequestOptions,
} from "../../runtime/client.js";

/** A secret key, or what gives one when a call needs it. Its rejection reaches whoever made the call. */
export type ApiKey = string | (() => string | Promise<string>);

interface Context {
  /** The connected account that the request acts for. */
  readonly stripeAccount?: string | undefined;
  readonly stripeContext?: string | undefined;
  /** Default: the version of the document. */
  readonly apiVersion?: string | undefined;
}

export interface StripeOptions extends ClientOptions, Context {
  readonly apiKey: ApiKey;
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
}

export type Client = AnyClient<RequestOptions>;
