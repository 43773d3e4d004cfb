/** Programs whose bundles are measured: what a user pays for, in the package and in Stripe's own. */
export interface Program {
  readonly title: string;
  readonly source: string;
  /** What its bundle may weigh at the most, gzipped, in bytes: held where it is; undefined for what has none. */
  readonly limit?: number;
}

export const ONE_CALL: Program = {
  title: "one call: `postCheckoutSessionsSessionExpire`",
  source: `
import { createClient } from "@unfold/stripe/client";
import { postCheckoutSessionsSessionExpire } from "@unfold/stripe/operations";
const client = createClient({ apiKey: "sk_test_123" });
console.log(await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["customer"] }));
`,
  limit: 5_700,
};

export const WHOLE_CLASS: Program = {
  title: "all of it: `new Stripe(…)`",
  source: `
import Stripe from "@unfold/stripe";
const stripe = new Stripe("sk_test_123");
console.log(await stripe.checkout.sessions.expire("cs_1", { expand: ["customer"] }));
`,
  limit: 16_000,
};

export const RAW: Program = {
  title: "`createRawClient`, any path",
  source: `
import { createRawClient } from "@unfold/stripe/raw";
const raw = createRawClient({ apiKey: "sk_test_123" });
const params = { path: { session: "cs_1" } };
console.log(await raw.POST("/v1/checkout/sessions/{session}/expire", { params, body: {} }));
`,
};

export const OFFICIAL: Program = {
  title: "stripe@23.1.0, whichever call",
  source: WHOLE_CLASS.source.replace("@unfold/stripe", "stripe-latest"),
};

export const PROGRAMS: readonly Program[] = [ONE_CALL, WHOLE_CLASS, RAW, OFFICIAL];
