/** Hono on Workers: a fetch-based HTTP client, and webhooks checked with Web Crypto. */
import { Hono } from "hono";
import Stripe from "stripe";
import { payloadOf, type Run, SECRET } from "./program.js";

interface Bindings {
  STRIPE_API_KEY: string;
  STRIPE_WEBHOOK_SECRET: string;
  OPTIONS: Stripe.StripeConfig;
}

const webCrypto = Stripe.createSubtleCryptoProvider();

function getStripe(env: Bindings): Stripe {
  return new Stripe(env.STRIPE_API_KEY, {
    ...env.OPTIONS,
    httpClient: Stripe.createFetchHttpClient(),
    telemetry: false,
  });
}

const app = new Hono<{ Bindings: Bindings }>();

app.post("/webhook", async (context) => {
  const stripe = getStripe(context.env);
  const signature = context.req.header("stripe-signature");
  try {
    if (!signature) return context.text("", 400);
    const event = await stripe.webhooks.constructEventAsync(
      await context.req.text(),
      signature,
      context.env.STRIPE_WEBHOOK_SECRET,
      undefined,
      webCrypto,
    );
    switch (event.type) {
      case "payment_intent.succeeded": {
        const { id, amount_received } = event.data.object;
        await stripe.paymentIntents.update(id, { description: `Paid ${amount_received}` });
        break;
      }
      default:
        break;
    }
    return context.text("", 200);
  } catch (err) {
    return context.text(`⚠️ ${err instanceof Stripe.errors.StripeError ? err.type : "?"}`, 400);
  }
});

app.post("/intents", async (context) => {
  const stripe = getStripe(context.env);
  try {
    const intent = await stripe.paymentIntents.create(
      { amount: 1999, currency: "eur", automatic_payment_methods: { enabled: true } },
      { idempotencyKey: "intent-1", stripeAccount: "acct_1" },
    );
    return context.json({ secret: intent.client_secret, id: intent.lastResponse.requestId });
  } catch (err) {
    return context.json({ failed: err instanceof Error && err.name }, 500);
  }
});

export const run: Run = async (options) => {
  const env: Bindings = {
    STRIPE_API_KEY: "sk_test_worker",
    STRIPE_WEBHOOK_SECRET: SECRET,
    OPTIONS: options,
  };
  const payload = payloadOf("payment_intent.succeeded", {
    id: "pi_1",
    object: "payment_intent",
    amount_received: 5,
  });
  const header = getStripe(env).webhooks.generateTestHeaderString({ payload, secret: SECRET });
  const send = async (path: string, body?: string, signature?: string) => {
    const headers = new Headers(signature ? { "stripe-signature": signature } : {});
    const response = await app.request(
      path,
      { method: "POST", headers, ...(body && { body }) },
      env,
    );
    return [response.status, await response.text()];
  };
  return [
    await send("/webhook", payload, header),
    await send("/webhook", `${payload}\n`, header),
    await send("/webhook", payload),
    await send("/intents"),
  ];
};
