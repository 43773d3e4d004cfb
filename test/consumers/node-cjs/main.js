const assert = require("node:assert/strict");
const { Stripe, default: DefaultStripe, StripeInvalidRequestError } = require("@unfold/stripe");
const { createClient } = require("@unfold/stripe/client");
const { postCheckoutSessionsSessionExpire } = require("@unfold/stripe/operations");

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

  // The ES modules are another copy; the errors of either know those of the other.
  const modules = await import("@unfold/stripe");
  assert.notEqual(modules.Stripe, Stripe);
  assert.ok(refused instanceof modules.StripeInvalidRequestError);
}

main();
