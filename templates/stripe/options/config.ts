/** The options of the class, and what the client makes of them. */
import { namedValues } from "../../runtime/encode/value.js";
import { clientFetch, type HttpAgent, type HttpClient, nodeFetch } from "../http/index.js";
import { type Listeners, listenTo } from "./listeners.js";
import type { ApiKey, StripeOptions } from "./options.js";

/** The options of the class, besides the key. Of `fetch`, `httpClient` and `httpAgent`, the first sends requests. */
export interface Config extends Omit<StripeOptions, "apiKey"> {
  /** Sends requests, as in the official SDK: `Stripe.createFetchHttpClient(…)`, or one of your own. */
  readonly httpClient?: HttpClient | undefined;
  /** Sends requests over `node:http` and `node:https`, through a proxy say. */
  readonly httpAgent?: HttpAgent | undefined;
  /** Read by the official SDK only. There is nothing to switch off here. */
  readonly telemetry?: boolean | undefined;
  /** Read by the official SDK only. */
  readonly typescript?: true | undefined;
}

const OPTIONS: { readonly [N in keyof Config]-?: 1 } = {
  apiVersion: 1,
  appInfo: 1,
  baseUrl: 1,
  fetch: 1,
  host: 1,
  httpAgent: 1,
  httpClient: 1,
  maxNetworkRetries: 1,
  middleware: 1,
  onAttempt: 1,
  onRequest: 1,
  onResponse: 1,
  port: 1,
  protocol: 1,
  stripeAccount: 1,
  stripeContext: 1,
  telemetry: 1,
  timeout: 1,
  typescript: 1,
};

/**
 * The client's options. The instance gets `on`, `once` and `off`.
 *
 * @throws {TypeError} naming the option that is unknown or wrong
 */
export function clientOptions(
  apiKey: ApiKey,
  config: Config,
  stripe: Partial<Listeners>,
): StripeOptions {
  for (const name of Object.keys(namedValues(config, "config"))) {
    if (Object.hasOwn(OPTIONS, name)) continue;
    const meant = Object.keys(OPTIONS).find((known) => isLike(name, known) || isLike(known, name));
    throw new TypeError(
      `${name}: not an option of Stripe${meant ? ` (did you mean ${meant}?)` : ""}`,
    );
  }
  const { fetch, httpClient, httpAgent, timeout, appInfo } = config;
  if (appInfo && !appInfo.name) throw new TypeError("appInfo.name is missing");
  const [listeners, heard] = listenTo(
    fetch ??
      (httpClient
        ? clientFetch(httpClient, timeout)
        : httpAgent
          ? nodeFetch(httpAgent)
          : undefined),
  );
  Object.assign(stripe, listeners);
  return { ...config, apiKey, fetch: heard };
}

/** `agent` is like `httpAgent`, and `max_retries` like `maxNetworkRetries`: the letters of one are in the other. */
function isLike(name: string, other: string): boolean {
  const letters = name.match(/[a-z]/gi) ?? [];
  return letters.length > 3 && RegExp(letters.join(".*"), "i").test(other.slice(0, 40));
}
