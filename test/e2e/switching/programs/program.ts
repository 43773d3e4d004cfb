/** What the test asks of a program: to do its work against the server of these options, and to tell what came of it. */
import type Stripe from "stripe";

export type Run = (config: Stripe.StripeConfig) => Promise<unknown>;

export const SECRET = "whsec_test";

/** The body of a webhook, as Stripe sends it. */
export function payloadOf(type: string, object: object): string {
  return JSON.stringify({
    id: "evt_1",
    object: "event",
    api_version: "2024-04-10",
    created: 1_700_000_000,
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    data: { object },
  });
}
