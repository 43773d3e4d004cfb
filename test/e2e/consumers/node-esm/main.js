import assert from "node:assert/strict";
import Stripe from "@unfold/stripe";
import { createClient } from "@unfold/stripe/client";
import { postCheckoutSessionsSessionExpire } from "@unfold/stripe/operations";
import { createRawClient } from "@unfold/stripe/raw";
import { createTestFetch, TestFetchError } from "@unfold/stripe/testing";

const baseUrl = process.env.API;
const stripe = new Stripe("sk_test_123", { baseUrl });
const session = await stripe.checkout.sessions.expire("cs_test_1", { expand: ["customer"] });
console.log(session.customer.email);

const client = createClient({ apiKey: "sk_test_123", baseUrl });
const same = await postCheckoutSessionsSessionExpire(client, "cs_test_1", { expand: ["customer"] });
assert.deepEqual(same, session);

const raw = createRawClient({ apiKey: "sk_test_123", baseUrl });
const params = { path: { session: "cs_test_1" } };
const { data } = await raw.POST("/v1/checkout/sessions/{session}/expire", {
  params,
  body: { expand: ["customer"] },
});
assert.deepEqual(data, session);

const ids = [];
for await (const { id } of stripe.checkout.sessions.list({ limit: 3 })) ids.push(id);
assert.ok(ids.length > 0);

await assert.rejects(stripe.checkout.sessions.expire("cs_test_completed"), (error) => {
  console.log(error.type);
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 400;
});

const fetch = createTestFetch({ "GET /v1/balance": { livemode: true } });
const offline = new Stripe("sk_test_123", { fetch });
assert.equal((await offline.balance.retrieve()).livemode, true);
await assert.rejects(offline.charges.list({ limt: 3 }), TestFetchError);
assert.equal(fetch.calls.length, 1);
