import stripe = require("@unfold/stripe");

export const errors: readonly string[] = [stripe.Stripe.errors.StripeCardError.type];
export const client: stripe.Client = stripe.createClient({ apiKey: "sk_test_123" });
