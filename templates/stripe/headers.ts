import type { Dialect } from "../runtime/call/dialect.js";
import { refusal } from "../runtime/encode/value.js";
import { apiVersion, packageVersion } from "./api.js";
import type { AppInfo, RequestOptions, StripeOptions } from "./options/options.js";

/** What Stripe wants to know of every request. A POST carries a key by which it acts only once. */
export function stripeHeaders(client: StripeOptions): Dialect<RequestOptions>["prepare"] {
  const { appInfo } = client;
  return async ({ method }, request = {}) => {
    const option = <N extends keyof RequestOptions & keyof StripeOptions>(name: N) =>
      request[name] ?? client[name];
    const apiKey = option("apiKey");
    const key = typeof apiKey === "function" ? await apiKey() : apiKey;
    if (!key || /[^!-~]/.test(key)) throw refusal("apiKey", "such a key");
    return {
      headers: {
        authorization: `Bearer ${key}`,
        "user-agent": `unfold/${packageVersion}${describe(appInfo)}`,
        // The user agent has no place for a partner's id.
        "x-stripe-client-user-agent": appInfo && JSON.stringify({ application: appInfo }),
        "stripe-version": option("apiVersion") ?? apiVersion,
        "stripe-account": option("stripeAccount"),
        "stripe-context": option("stripeContext"),
      },
      key: method === "POST" ? crypto.randomUUID() : undefined,
    };
  };
}

function describe(appInfo: AppInfo | undefined): string {
  if (!appInfo) return "";
  const { name, version, url } = appInfo;
  return ` ${name}${version ? `/${version}` : ""}${url ? ` (${url})` : ""}`;
}
