import type { Dialect } from "../runtime/call/dialect.js";
import { encodeForm, form } from "../runtime/encode/form.js";
import { unixSeconds } from "../runtime/encode/value.js";
import { toError } from "./errors/from-failure.js";
import { redact } from "./errors/redact.js";
import type { StripeError } from "./errors/stripe-error.js";
import { stripeHeaders } from "./headers.js";
import type { RequestOptions, StripeOptions } from "./options/options.js";
import { retry } from "./retry.js";

export type { ApiKey, AppInfo, Client, RequestOptions, StripeOptions } from "./options/options.js";

/** Stripe's habits: nested form values, its headers, its errors, and when to ask again. */
export function stripe(options: StripeOptions): Dialect<RequestOptions, StripeError> {
  return {
    query: (query) => encodeForm(query, unixSeconds),
    body: form,
    date: unixSeconds,
    requestId: "request-id",
    idempotencyKey: "idempotency-key",
    prepare: stripeHeaders(options),
    error: toError,
    redact,
    objects: true,
    retry,
  };
}
