const assert = require("node:assert/strict");
const { Stripe, default: DefaultStripe, StripeInvalidRequestError } = require("@unfold/stripe");
const { createClient } = require("@unfold/stripe/client");
const { postCheckoutSessionsSessionExpire } = require("@unfold/stripe/operations");
const { createTestFetch } = require("@unfold/stripe/testing");

async function main() {
  assert.equal(Stripe, DefaultStripe);
  const baseUrl = process.env.API;
  const stripe = new Stripe("sk_test_123", { baseUrl });
  const session = await stripe.checkout.sessions.expire("cs_test_1", { expand: ["customer"] });
  console.log(session.customer.email);

  const client = createClient({ apiKey: "sk_test_123", baseUrl });
  const params = { expand: ["customer"] };
  assert.deepEqual(await postCheckoutSessionsSessionExpire(client, "cs_test_1", params), session);

  const refused = await stripe.checkout.sessions.expire("cs_test_completed").catch((e) => e);
  console.log(refused.type);
  assert.ok(refused instanceof StripeInvalidRequestError);

  const fetch = createTestFetch({ "GET /v1/balance": { livemode: true } });
  const offline = new Stripe("sk_test_123", { fetch });
  assert.equal((await offline.balance.retrieve()).livemode, true);
  assert.equal(fetch.callsTo("GET /v1/balance").length, 1);

  // The ES modules are another copy; the errors of either know those of the other.
  const modules = await import("@unfold/stripe");
  assert.notEqual(modules.Stripe, Stripe);
  assert.ok(refused instanceof modules.StripeInvalidRequestError);
}

void main();
