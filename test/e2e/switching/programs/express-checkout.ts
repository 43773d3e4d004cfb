/** A shop on Express: a checkout, its webhook with the raw body, and the page after it. */
import express, { type NextFunction, type Request, type Response } from "express";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { payloadOf, type Run, SECRET } from "./program.js";

interface Order {
  readonly session: string;
  readonly email: string | null;
  readonly items: (string | null)[];
}

function createApp(stripe: Stripe, orders: Order[]): express.Express {
  const app = express();

  app.post("/webhook", express.raw({ type: "application/json" }), async (req, res) => {
    const signature = req.headers["stripe-signature"];
    if (!signature) {
      res.status(400).send("No signature");
      return;
    }
    let event: Stripe.Event;
    try {
      event = stripe.webhooks.constructEvent(req.body, signature, SECRET);
    } catch (err) {
      const known = err instanceof Stripe.errors.StripeSignatureVerificationError;
      res.status(400).json({ error: known ? err.type : "unknown" });
      return;
    }
    switch (event.type) {
      case "checkout.session.completed":
      case "checkout.session.async_payment_succeeded":
        orders.push(await fulfil(stripe, event.data.object));
        break;
      case "payment_intent.payment_failed": {
        const intent = event.data.object;
        console.warn(intent.last_payment_error?.message);
        break;
      }
      default:
        break;
    }
    res.json({ received: true });
  });

  app.use(express.json());

  app.post("/checkout", async (req: Request<object, unknown, { price: string }>, res: Response) => {
    const params: Stripe.Checkout.SessionCreateParams = {
      mode: "payment",
      line_items: [{ price: req.body.price, quantity: 2, adjustable_quantity: { enabled: true } }],
      success_url: "https://shop.example/success?session_id={CHECKOUT_SESSION_ID}",
      cancel_url: "https://shop.example/cart",
      automatic_tax: { enabled: true },
      allow_promotion_codes: true,
      shipping_address_collection: { allowed_countries: ["DE", "FR"] },
      metadata: { cart: "42" },
    };
    const session = await stripe.checkout.sessions.create(params, { idempotencyKey: "cart-42" });
    res.redirect(303, session.url ?? "/");
  });

  app.get("/orders/:session", async (req, res) => {
    const session = await stripe.checkout.sessions.retrieve(req.params.session, {
      expand: ["payment_intent.latest_charge", "customer"],
    });
    const intent = session.payment_intent as Stripe.PaymentIntent;
    const charge = intent.latest_charge as Stripe.Charge;
    res.json({ status: session.payment_status, receipt: charge.receipt_url });
  });

  app.use((err: unknown, _req: Request, res: Response, _next: NextFunction) => {
    if (err instanceof Stripe.errors.StripeInvalidRequestError)
      res.status(err.statusCode ?? 400).json({ type: err.type, param: err.param, code: err.code });
    else res.status(500).json({ error: String(err) });
  });
  return app;
}

async function fulfil(stripe: Stripe, session: Stripe.Checkout.Session): Promise<Order> {
  const { data } = await stripe.checkout.sessions.listLineItems(session.id, { limit: 100 });
  return {
    session: session.id,
    email: session.customer_details?.email ?? null,
    items: data.map((item: Stripe.LineItem) => item.description),
  };
}

export const run: Run = async (config) => {
  const stripe = new Stripe("sk_test_shop", {
    ...config,
    typescript: true,
    appInfo: { name: "shop" },
  });
  const orders: Order[] = [];
  const server = createApp(stripe, orders).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
      redirect: "manual",
    });
  try {
    const checkout = await post("/checkout", JSON.stringify({ price: "price_1" }));
    const refused = await post("/checkout", JSON.stringify({ price: "price_missing" }));
    const order = await fetch(`${url}/orders/cs_1`);
    const payload = payloadOf("checkout.session.completed", {
      id: "cs_1",
      object: "checkout.session",
      customer_details: { email: "ada@example.com" },
    });
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET });
    const genuine = await post("/webhook", payload, { "stripe-signature": header });
    const forged = await post("/webhook", `${payload} `, { "stripe-signature": header });
    return {
      location: checkout.headers.get("location"),
      refused: [refused.status, await refused.json()],
      order: await order.json(),
      genuine: [genuine.status, await genuine.json()],
      forged: [forged.status, await forged.json()],
      orders,
    };
  } finally {
    server.close();
    server.closeAllConnections();
  }
};
