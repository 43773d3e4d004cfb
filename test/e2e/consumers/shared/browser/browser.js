import Stripe from "@unfold/stripe";
import { createClient } from "@unfold/stripe/client";
import { postCheckoutSessionsSessionExpire } from "@unfold/stripe/operations";

/** Calls the API at `baseUrl`; one line for each thing that was seen. */
export async function program(baseUrl) {
  const stripe = new Stripe("sk_test_123", { baseUrl });
  const client = createClient({ apiKey: "sk_test_123", baseUrl });
  const session = await postCheckoutSessionsSessionExpire(client, "cs_test_1", {
    expand: ["customer"],
  });
  const refused = await stripe.checkout.sessions.expire("cs_test_completed").catch((e) => e);
  if (!(refused instanceof Stripe.errors.StripeInvalidRequestError)) throw refused;
  return [session.customer.email, refused.type];
}
