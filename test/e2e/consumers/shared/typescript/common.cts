import stripe = require("@unfold/stripe");

const errors: readonly string[] = [stripe.Stripe.errors.StripeCardError.type];
const client: stripe.Client = stripe.createClient({ apiKey: "sk_test_123" });

export = { errors, client };
