/** Options of the client: what stripe-node and ours do with them. */
import { Agent } from "node:http";
import type Sdk from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ApiServer, startApi } from "../../support/servers/api-server.js";
import { PACKAGES } from "./packages.js";

let api: ApiServer;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api[Symbol.asyncDispose]());

describe.each(PACKAGES)("%s: options", (_, Stripe) => {
  const connect = (config: Sdk.StripeConfig = {}) =>
    new Stripe("sk_test_1", { host: "127.0.0.1", port: api.port, protocol: "http", ...config });

  it("goes through the agent", async () => {
    const httpAgent = new Agent({ keepAlive: true });
    const stripe = connect({ httpAgent });
    await stripe.customers.create({ name: "Ada" });
    await stripe.customers.retrieve("cus_1");
    expect(Object.values(httpAgent.freeSockets).flat()).toHaveLength(1);
    httpAgent.destroy();
    expect(api.sent.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["POST", "/v1/customers", "name=Ada"],
      ["GET", "/v1/customers/cus_1", ""],
    ]);
  });

  it("refuses what it does not know", () => {
    expect(() => connect({ maxRetries: 3 } as object)).toThrow(/maxNetworkRetries/);
  });

  it("tells of requests and responses, until it is told not to", async () => {
    const stripe = connect({ stripeAccount: "acct_1" });
    const told: unknown[] = [];
    const hear = (event: object) => told.push(event);
    stripe.on("request", hear);
    stripe.once("response", hear);
    await stripe.customers.list({ limit: 1 }, { idempotencyKey: "k" });
    await stripe.balance.retrieve();
    stripe.off("request", hear);
    await stripe.balance.retrieve();
    const time: unknown = expect.any(Number);
    const sent = {
      api_version: "2024-04-10",
      account: "acct_1",
      method: "GET",
      request_start_time: time,
    };
    const listed = { path: "/v1/customers?limit=1" };
    expect(told).toEqual([
      { ...sent, ...listed, idempotency_key: "k" },
      expect.objectContaining({
        ...listed,
        api_version: "2024-04-10",
        method: "GET",
        status: 200,
        request_id: "req_1",
        elapsed: time,
        request_start_time: time,
        request_end_time: time,
      }),
      { ...sent, path: "/v1/balance" },
    ]);
  });
});
