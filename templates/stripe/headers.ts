import type { Prepared } from "../runtime/dialect.js";
import type { Call } from "../runtime/request.js";
import { unique } from "../runtime/unique.js";
import { apiVersion, packageVersion } from "./api.js";
import type { AppInfo, RequestOptions, StripeOptions } from "./options.js";

/** What Stripe wants to know of every request. A POST carries a key by which it acts only once. */
export async function stripeHeaders(
  { method }: Call,
  client: StripeOptions,
  request: RequestOptions = {},
): Promise<Prepared> {
  const apiKey = request.apiKey ?? client.apiKey;
  const key = typeof apiKey === "function" ? await apiKey() : apiKey;
  // What fetch says of a header that it refuses would show the key.
  if (!key || /[^!-~]/.test(key)) throw new TypeError("apiKey: not a key that can be sent");
  return {
    headers: {
      authorization: `Bearer ${key}`,
      "user-agent": `unfold/${packageVersion}${describe(client.appInfo)}`,
      "stripe-version": request.apiVersion ?? client.apiVersion ?? apiVersion,
      "stripe-account": request.stripeAccount ?? client.stripeAccount,
      "stripe-context": request.stripeContext ?? client.stripeContext,
      "idempotency-key": request.idempotencyKey ?? (method === "POST" ? unique() : undefined),
    },
  };
}

function describe(appInfo: AppInfo | undefined): string {
  if (!appInfo) return "";
  const { name, version, url } = appInfo;
  return ` ${name}${version ? `/${version}` : ""}${url ? ` (${url})` : ""}`;
}
