/** What calls of the second version of the API do that those of the first do not. */
import type { Dialect } from "../../runtime/call/dialect.js";
import { stripe as firstVersion } from "../dialect.js";
import type { StripeError } from "../errors/stripe-error.js";
import type { RequestOptions, StripeOptions } from "../options/options.js";
import { toError } from "./errors/from-failure.js";

export type { ApiKey, AppInfo, Client, RequestOptions, StripeOptions } from "../options/options.js";

/** Errors have a class by their type, and a DELETE carries a key by which it acts only once. */
export function stripe(options: StripeOptions): Dialect<RequestOptions, StripeError> {
  const dialect = firstVersion(options);
  return {
    ...dialect,
    async prepare(call, ...rest) {
      const prepared = await dialect.prepare(call, ...rest);
      if (call.method !== "DELETE" || !call.path.startsWith("/v2/")) return prepared;
      return { ...prepared, key: crypto.randomUUID() };
    },
    error: toError,
  };
}
