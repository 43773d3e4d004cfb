/** Errors: the classes and fields of stripe-node, in both. */
import type Sdk from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ApiServer, startApi } from "../../support/servers/api-server.js";
import { PACKAGES } from "./packages.js";

let api: ApiServer;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api[Symbol.asyncDispose]());

describe.each(PACKAGES)("%s: errors", (_, Stripe) => {
  it.each<[id: string, type: keyof typeof Sdk.errors, fields: object]>([
    [
      "missing",
      "StripeInvalidRequestError",
      { statusCode: 404, code: "resource_missing", param: "id" },
    ],
    ["declined", "StripeCardError", { statusCode: 402, decline_code: "generic_decline" }],
    ["limited", "StripeRateLimitError", { statusCode: 429 }],
    ["broken", "StripeAPIError", { statusCode: 500 }],
  ])("%s: %s", async (id, type, fields) => {
    const stripe = new Stripe("sk_test_1", { host: "127.0.0.1", port: api.port, protocol: "http" });
    const error: unknown = await stripe.customers.retrieve(id).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(Stripe.errors[type]);
    expect(error).toBeInstanceOf(Stripe.errors.StripeError);
    expect(error).toMatchObject({
      type,
      requestId: "req_1",
      message: "It cannot be done.",
      ...fields,
    });
  });

  it("tells a lost connection", async () => {
    const stripe = new Stripe("sk_test_1", {
      host: "127.0.0.1",
      port: 1,
      protocol: "http",
      maxNetworkRetries: 0,
    });
    await expect(stripe.balance.retrieve()).rejects.toBeInstanceOf(
      Stripe.errors.StripeConnectionError,
    );
  });
});
