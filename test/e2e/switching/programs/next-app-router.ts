/** Route handlers of Next's App Router: checkout of a subscription, the customer portal, and the webhook. */
import Stripe from "stripe";
import { payloadOf, type Run, SECRET } from "./program.js";

interface User {
  readonly id: string;
  stripeCustomerId?: string;
  subscription?: { id: string; status: Stripe.Subscription.Status; price: string; endsAt: Date };
}

const users = new Map<string, User>();
let stripe: Stripe;

async function customerOf(user: User): Promise<string> {
  if (user.stripeCustomerId) return user.stripeCustomerId;
  const found = await stripe.customers.list({ email: `${user.id}@example.com`, limit: 1 });
  const customer: Stripe.Customer =
    found.data[0] ??
    (await stripe.customers.create({
      email: `${user.id}@example.com`,
      name: "Ada Lovelace",
      metadata: { userId: user.id },
    }));
  user.stripeCustomerId = customer.id;
  return customer.id;
}

/** app/api/checkout/route.ts */
async function POST_checkout(request: Request): Promise<Response> {
  const { price, user: id } = (await request.json()) as { price: string; user: string };
  const user = users.get(id) ?? { id };
  users.set(id, user);
  try {
    const session = await stripe.checkout.sessions.create({
      customer: await customerOf(user),
      mode: "subscription",
      payment_method_types: ["card"],
      billing_address_collection: "required",
      line_items: [{ price, quantity: 1 }],
      subscription_data: { trial_period_days: 14, metadata: { userId: id } },
      success_url: `${request.headers.get("origin")}/account`,
      cancel_url: `${request.headers.get("origin")}/pricing`,
    });
    return Response.json({ sessionId: session.id });
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError)
      return Response.json(
        { type: error.type, code: error.code },
        { status: error.statusCode ?? 500 },
      );
    throw error;
  }
}

/** app/api/portal/route.ts */
async function POST_portal(request: Request): Promise<Response> {
  const { user: id } = (await request.json()) as { user: string };
  const session: Stripe.BillingPortal.Session = await stripe.billingPortal.sessions.create({
    customer: await customerOf(users.get(id) ?? { id }),
    return_url: "https://app.example/account",
  });
  return Response.json({ url: session.url });
}

const RELEVANT = new Set<Stripe.Event.Type>([
  "customer.subscription.created",
  "customer.subscription.updated",
  "customer.subscription.deleted",
  "product.updated",
]);

/** app/api/webhooks/route.ts */
async function POST_webhooks(request: Request): Promise<Response> {
  const body = await request.text();
  const signature = request.headers.get("stripe-signature") as string;
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(body, signature, SECRET);
  } catch (error) {
    return new Response(`Webhook Error: ${(error as Stripe.errors.StripeError).type}`, {
      status: 400,
    });
  }
  if (!RELEVANT.has(event.type)) return Response.json({ received: true });
  switch (event.type) {
    case "customer.subscription.created":
    case "customer.subscription.updated":
    case "customer.subscription.deleted": {
      const subscription = event.data.object as Stripe.Subscription;
      await saveSubscription(subscription.id, subscription.customer as string);
      break;
    }
    case "product.updated":
      upsert(event.data.object as Stripe.Product);
      break;
    default:
      throw new Error("Unhandled relevant event!");
  }
  return Response.json({ received: true });
}

async function saveSubscription(id: string, customer: string): Promise<void> {
  const subscription: Stripe.Subscription = await stripe.subscriptions.retrieve(id, {
    expand: ["default_payment_method"],
  });
  const user = [...users.values()].find((each) => each.stripeCustomerId === customer);
  const item = subscription.items.data[0];
  if (!user || !item) return;
  user.subscription = {
    id: subscription.id,
    status: subscription.status,
    price: item.price.id,
    endsAt: new Date(subscription.current_period_end * 1000),
  };
}

const products: { id: string; name: string; image: string | null; metadata: Stripe.Metadata }[] =
  [];

function upsert(product: Stripe.Product): void {
  const { id, name, images, metadata } = product;
  products.push({ id, name, image: images[0] ?? null, metadata });
}

export const run: Run = async (config) => {
  users.clear();
  products.length = 0;
  stripe = new Stripe("sk_test_app", { ...config, apiVersion: "2024-04-10", maxNetworkRetries: 0 });
  const request = (body: string, headers: Record<string, string> = {}) =>
    new Request("https://app.example/api", {
      method: "POST",
      body,
      headers: { origin: "https://app.example", ...headers },
    });
  const webhook = async (type: string, object: object, tail = "") => {
    const payload = payloadOf(type, object);
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET });
    const response = await POST_webhooks(request(payload + tail, { "stripe-signature": header }));
    return [response.status, await response.text()];
  };
  const results: unknown[] = [];
  for (const price of ["price_1", "price_missing"]) {
    const response = await POST_checkout(request(JSON.stringify({ price, user: "u1" })));
    results.push(response.status, await response.json());
  }
  results.push(await (await POST_portal(request(JSON.stringify({ user: "u1" })))).json());
  const customer = users.get("u1")?.stripeCustomerId;
  results.push(
    await webhook("customer.subscription.updated", {
      id: "sub_1",
      object: "subscription",
      customer,
    }),
  );
  results.push(
    await webhook("product.updated", {
      id: "prod_1",
      object: "product",
      name: "Pro",
      images: [],
      metadata: { tier: "1" },
    }),
  );
  results.push(await webhook("invoice.paid", { id: "in_1", object: "invoice" }));
  results.push(await webhook("invoice.paid", { id: "in_1", object: "invoice" }, " "));
  return { results, users: [...users.values()], products };
};
