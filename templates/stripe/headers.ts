import type { Call, HeaderValues } from "../runtime/request.js";
import { uuid } from "../runtime/uuid.js";
import { apiVersion, packageVersion } from "./api.js";
import type { ApiKey, AppInfo, RequestOptions, StripeOptions } from "./options.js";

/** What Stripe wants to know of every request. A POST carries a key by which it acts only once. */
export async function stripeHeaders(
  { method }: Call,
  agent: string,
  client: StripeOptions,
  request: RequestOptions = {},
): Promise<HeaderValues> {
  return {
    authorization: `Bearer ${await reveal(request.apiKey ?? client.apiKey)}`,
    "user-agent": agent,
    "stripe-version": request.apiVersion ?? client.apiVersion ?? apiVersion,
    "stripe-account": request.stripeAccount ?? client.stripeAccount,
    "stripe-context": request.stripeContext ?? client.stripeContext,
    "idempotency-key": request.idempotencyKey ?? (method === "POST" ? uuid() : undefined),
  };
}

async function reveal(apiKey: ApiKey): Promise<string> {
  const key = typeof apiKey === "function" ? await apiKey() : apiKey;
  if (!key) throw new TypeError("apiKey: a key is needed");
  return key;
}

export function userAgent({ name, version, url }: Partial<AppInfo> = {}): string {
  return `Unfold/${packageVersion}${name ? ` ${name}` : ""}${version ? `/${version}` : ""}${url ? ` (${url})` : ""}`;
}
