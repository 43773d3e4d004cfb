import { encodeForm, form } from "../runtime/form.js";
import type { Dialect } from "../runtime/dialect.js";
import { stripeHeaders, userAgent } from "./headers.js";
import { toError } from "./errors/from-failure.js";
import type { RequestOptions, StripeOptions } from "./options.js";
import { retry } from "./retry.js";

export type { ApiKey, AppInfo, Client, RequestOptions, StripeOptions } from "./options.js";

/** Stripe's habits: nested form values, its headers, its errors, and when to ask again. */
export function stripe(options: StripeOptions): Dialect<RequestOptions> {
  const agent = userAgent(options.appInfo);
  return {
    query: encodeForm,
    body: form,
    requestId: "request-id",
    idempotencyKey: "idempotency-key",
    prepare: async (call, request) => ({
      headers: await stripeHeaders(call, agent, options, request),
    }),
    retry,
    error: toError,
  };
}
