/**
 * A shop's payments: checkout, subscriptions, invoices, webhooks, a marketplace, files.
 * Compiled once against the official SDK and once against this package, with nothing but the next line changed.
 */
import Stripe from "stripe";

export interface ShopConfig {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly baseUrl: string;
}

export function createStripe({ secretKey }: ShopConfig): Stripe {
  return new Stripe(secretKey, {
    apiVersion: "2024-04-10",
    maxNetworkRetries: 3,
    timeout: 20_000,
    telemetry: false,
    typescript: true,
    appInfo: { name: "shop", version: "1.2.3", url: "https://shop.example" },
  });
}

// --- Checkout ------------------------------------------------------------------------------------

export interface CartLine {
  readonly name: string;
  readonly cents: number;
  readonly quantity: number;
  readonly priceId?: string;
}

function toLineItem(line: CartLine): Stripe.Checkout.SessionCreateParams.LineItem {
  if (line.priceId !== undefined) return { price: line.priceId, quantity: line.quantity };
  const priceData: Stripe.Checkout.SessionCreateParams.LineItem.PriceData = {
    currency: "eur",
    unit_amount: line.cents,
    product_data: { name: line.name, metadata: { origin: "cart" } },
  };
  return { price_data: priceData, quantity: line.quantity };
}

export async function startCheckout(
  stripe: Stripe,
  config: ShopConfig,
  cart: readonly CartLine[],
  customerId?: string,
): Promise<string> {
  const params: Stripe.Checkout.SessionCreateParams = {
    mode: "payment",
    line_items: cart.map(toLineItem),
    success_url: `${config.baseUrl}/thanks?session_id={CHECKOUT_SESSION_ID}`,
    cancel_url: `${config.baseUrl}/cart`,
    allow_promotion_codes: true,
    automatic_tax: { enabled: true },
    shipping_address_collection: { allowed_countries: ["DE", "AT", "CH"] },
    payment_intent_data: { capture_method: "automatic", metadata: { source: "web" } },
    metadata: { lines: String(cart.length) },
  };
  if (customerId === undefined) params.customer_creation = "always";
  else params.customer = customerId;
  const session = await stripe.checkout.sessions.create(params, {
    idempotencyKey: `checkout-${cart.map(({ name }) => name).join("-")}`,
  });
  if (!session.url) throw new Error(`session ${session.id} has no page`);
  return session.url;
}

/** The customer of a session that somebody else has read, expanded or not. */
export function customerIdOf(session: Stripe.Checkout.Session): string | undefined {
  return typeof session.customer === "string" ? session.customer : session.customer?.id;
}

export async function readOrder(stripe: Stripe, sessionId: string) {
  const session: Stripe.Checkout.Session = await stripe.checkout.sessions.retrieve(sessionId, {
    expand: ["customer", "payment_intent.latest_charge"],
  });
  const status: Stripe.Checkout.Session.PaymentStatus = session.payment_status;
  const items = await stripe.checkout.sessions.listLineItems(sessionId, { limit: 100 });
  return {
    paid: status === "paid" || status === "no_payment_required",
    email: session.customer_details?.email ?? null,
    customer: customerIdOf(session),
    receipt: receiptOf(session.payment_intent),
    lines: items.data.map((item: Stripe.LineItem) => `${item.quantity ?? 0} x ${item.description}`),
  };
}

function receiptOf(intent: string | Stripe.PaymentIntent | null): string | null {
  if (intent === null || typeof intent === "string") return null;
  const charge = intent.latest_charge;
  return charge === null || typeof charge === "string" ? null : charge.receipt_url;
}

export async function expireOpenSessions(stripe: Stripe, olderThan: Date): Promise<number> {
  let expired = 0;
  const created: Stripe.RangeQueryParam = { lt: Math.floor(olderThan.getTime() / 1000) };
  for await (const session of stripe.checkout.sessions.list({ limit: 100, created })) {
    if (session.status !== "open") continue;
    await stripe.checkout.sessions.expire(session.id);
    expired++;
  }
  return expired;
}

// --- Customers -----------------------------------------------------------------------------------

export async function findOrCreateCustomer(
  stripe: Stripe,
  email: string,
  address: Stripe.AddressParam,
): Promise<Stripe.Customer> {
  const found = await stripe.customers.search({ query: `email:"${email}"`, limit: 1 });
  const [existing] = found.data;
  if (existing) return existing;
  return stripe.customers.create({ email, address, metadata: { source: "shop" } });
}

export async function customerName(stripe: Stripe, id: string): Promise<string> {
  const customer = await stripe.customers.retrieve(id);
  if (customer.deleted) return "(deleted)";
  return customer.name ?? customer.email ?? customer.id;
}

export async function setDefaultCard(
  stripe: Stripe,
  customer: string,
  paymentMethod: string,
): Promise<void> {
  await stripe.paymentMethods.attach(paymentMethod, { customer });
  await stripe.customers.update(customer, {
    invoice_settings: { default_payment_method: paymentMethod },
  });
  const cards = await stripe.customers.listPaymentMethods(customer, { type: "card" });
  for (const card of cards.data) {
    if (card.id !== paymentMethod) await stripe.paymentMethods.detach(card.id);
  }
}

export async function forget(stripe: Stripe, customer: string): Promise<boolean> {
  const taxIds = await stripe.customers.listTaxIds(customer).autoPagingToArray({ limit: 100 });
  for (const { id } of taxIds) await stripe.customers.deleteTaxId(customer, id);
  const { deleted } = await stripe.customers.del(customer);
  return deleted;
}

// --- Subscriptions -------------------------------------------------------------------------------

const LIVE: readonly Stripe.Subscription.Status[] = ["active", "trialing", "past_due"];

export async function subscribe(stripe: Stripe, customer: string, prices: readonly string[]) {
  const items: Stripe.SubscriptionCreateParams.Item[] = prices.map((price) => ({ price }));
  const subscription = await stripe.subscriptions.create({
    customer,
    items,
    payment_behavior: "default_incomplete",
    payment_settings: { save_default_payment_method: "on_subscription" },
    trial_period_days: 14,
    expand: ["latest_invoice.payment_intent"],
  });
  return { id: subscription.id, secret: clientSecretOf(subscription.latest_invoice) };
}

function clientSecretOf(invoice: string | Stripe.Invoice | null): string | null {
  if (invoice === null || typeof invoice === "string") return null;
  const intent = invoice.payment_intent;
  return intent === null || typeof intent === "string" ? null : intent.client_secret;
}

export async function changePlan(stripe: Stripe, id: string, price: string) {
  const subscription = await stripe.subscriptions.retrieve(id);
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error(`subscription ${id} is empty`);
  const items: Stripe.SubscriptionUpdateParams.Item[] = [{ id: item.id, price }];
  const preview = await stripe.invoices.retrieveUpcoming({
    customer: String(subscription.customer),
    subscription: id,
    subscription_items: [{ id: item.id, price }],
    subscription_proration_behavior: "create_prorations",
  });
  const updated = await stripe.subscriptions.update(id, {
    items,
    proration_behavior: "create_prorations",
    cancel_at_period_end: false,
  });
  return { due: preview.amount_due, interval: intervalOf(updated.items.data[0]?.price) };
}

function intervalOf(price: Stripe.Price | undefined): Stripe.Price.Recurring.Interval | null {
  return price?.recurring?.interval ?? null;
}

export async function cancelAll(stripe: Stripe, customer: string): Promise<string[]> {
  const cancelled: string[] = [];
  const { data } = await stripe.subscriptions.list({ customer, status: "all", limit: 50 });
  for (const subscription of data.filter(({ status }) => LIVE.includes(status))) {
    const { id } = await stripe.subscriptions.cancel(subscription.id, { prorate: true });
    cancelled.push(id);
  }
  return cancelled;
}

export async function reportUsage(stripe: Stripe, item: string, quantity: number): Promise<void> {
  const timestamp = Math.floor(Date.now() / 1000);
  await stripe.subscriptionItems.createUsageRecord(item, {
    quantity,
    timestamp,
    action: "increment",
  });
}

// --- Invoices ------------------------------------------------------------------------------------

export async function bill(
  stripe: Stripe,
  customer: string,
  hours: number,
): Promise<Stripe.Invoice> {
  await stripe.invoiceItems.create({
    customer,
    currency: "eur",
    unit_amount: 9_500,
    quantity: hours,
    description: "Consulting",
  });
  const draft = await stripe.invoices.create({
    customer,
    collection_method: "send_invoice",
    days_until_due: 30,
    auto_advance: false,
  });
  const final = await stripe.invoices.finalizeInvoice(draft.id);
  return stripe.invoices.sendInvoice(final.id);
}

export async function giveUp(stripe: Stripe, invoice: Stripe.Invoice): Promise<void> {
  switch (invoice.status) {
    case "draft":
      await stripe.invoices.del(invoice.id);
      break;
    case "open":
      await stripe.invoices.voidInvoice(invoice.id);
      break;
    case "uncollectible":
    case "paid":
    case "void":
    case null:
      break;
  }
}

export async function totals(stripe: Stripe, invoice: string): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  for await (const line of stripe.invoices.listLineItems(invoice, { limit: 100 })) {
    const name = line.description ?? "other";
    sums.set(name, (sums.get(name) ?? 0) + line.amount);
  }
  return sums;
}

// --- Refunds and disputes ------------------------------------------------------------------------

export async function refund(
  stripe: Stripe,
  intent: string,
  reason: Stripe.RefundCreateParams.Reason,
): Promise<Stripe.Refund> {
  const params: Stripe.RefundCreateParams = { payment_intent: intent, reason };
  return stripe.refunds.create(params, { idempotencyKey: `refund-${intent}` });
}

export async function answerDispute(stripe: Stripe, dispute: Stripe.Dispute, receipt: Uint8Array) {
  const file = await stripe.files.create({
    purpose: "dispute_evidence",
    file: { data: receipt, name: "receipt.pdf", type: "application/pdf" },
  });
  const link = await stripe.fileLinks.create({ file: file.id });
  const evidence: Stripe.DisputeUpdateParams.Evidence = {
    receipt: file.id,
    uncategorized_text: `See ${link.url ?? "the file"}`,
  };
  return stripe.disputes.update(dispute.id, { evidence, submit: true });
}

// --- Connect -------------------------------------------------------------------------------------

export async function onboard(stripe: Stripe, config: ShopConfig, email: string): Promise<string> {
  const account: Stripe.Account = await stripe.accounts.create({
    type: "express",
    email,
    capabilities: { transfers: { requested: true }, card_payments: { requested: true } },
  });
  const link = await stripe.accountLinks.create({
    account: account.id,
    refresh_url: `${config.baseUrl}/onboarding`,
    return_url: `${config.baseUrl}/dashboard`,
    type: "account_onboarding",
  });
  return link.url;
}

export async function sellerState(stripe: Stripe, seller: string) {
  const account = await stripe.accounts.retrieve(seller);
  const platform = await stripe.accounts.retrieve();
  const balance = await stripe.balance.retrieve({ stripeAccount: seller });
  const payouts = await stripe.payouts.list({ limit: 3 }, { stripeAccount: seller });
  return {
    ready: account.charges_enabled && account.payouts_enabled,
    missing: account.requirements?.currently_due ?? [],
    own: account.id === platform.id,
    available: balance.available.map(({ amount, currency }) => `${amount} ${currency}`),
    lastPayout: payouts.data[0]?.arrival_date ?? null,
  };
}

export async function sellerCharge(
  stripe: Stripe,
  seller: string,
  id: string,
): Promise<Stripe.Charge> {
  const options: Stripe.RequestOptions = { stripeAccount: seller, maxNetworkRetries: 1 };
  return stripe.charges.retrieve(id, options);
}

export async function paySeller(stripe: Stripe, seller: string, cents: number, order: string) {
  const transfer = await stripe.transfers.create(
    { amount: cents, currency: "eur", destination: seller, transfer_group: order },
    { idempotencyKey: `transfer-${order}` },
  );
  return { id: transfer.id, reverse: () => stripe.transfers.createReversal(transfer.id) };
}

// --- Webhooks ------------------------------------------------------------------------------------

export interface Shop {
  fulfil(session: Stripe.Checkout.Session): Promise<void>;
  setAccess(customer: string, status: Stripe.Subscription.Status): Promise<void>;
  remind(customer: string, invoice: string): Promise<void>;
  log(text: string): void;
}

export async function handleWebhook(
  stripe: Stripe,
  config: ShopConfig,
  shop: Shop,
  body: string,
  signature: string,
): Promise<number> {
  let event: Stripe.Event;
  try {
    event = await stripe.webhooks.constructEventAsync(body, signature, config.webhookSecret);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return 400;
    throw error;
  }
  await dispatch(shop, event);
  return 200;
}

/** As servers have it that do not wait: with the header's own type, and in tests. */
export function readWebhook(
  stripe: Stripe,
  headers: Readonly<Record<string, string | string[]>>,
  body: string,
  secret: string,
): Stripe.Event {
  const signature = headers["stripe-signature"] ?? "";
  return stripe.webhooks.constructEvent(body, signature, secret, 600);
}

export async function readOnWorkers(
  stripe: Stripe,
  body: string,
  signature: string,
  secret: string,
  provider: Stripe.CryptoProvider = Stripe.createSubtleCryptoProvider(),
): Promise<Stripe.Event> {
  return stripe.webhooks.constructEventAsync(body, signature, secret, undefined, provider);
}

export function fakeWebhook(webhooks: Stripe.Webhooks, payload: string, secret: string) {
  const header: string = webhooks.generateTestHeaderString({
    payload,
    secret,
    timestamp: Math.floor(Date.now() / 1000),
    scheme: "v1",
    cryptoProvider: Stripe.createNodeCryptoProvider(),
  });
  const event: Stripe.Event = Stripe.webhooks.constructEvent(payload, header, secret);
  const { signature }: { signature: Stripe.Signature } = webhooks;
  return { event, valid: signature.verifyHeader(payload, header, secret, 300) };
}

async function dispatch(shop: Shop, event: Stripe.Event): Promise<void> {
  switch (event.type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
      return shop.fulfil(event.data.object);
    case "customer.subscription.updated":
    case "customer.subscription.deleted": {
      const { customer, status } = event.data.object;
      return shop.setAccess(typeof customer === "string" ? customer : idIn(customer), status);
    }
    case "invoice.payment_failed": {
      const invoice = event.data.object as Stripe.Invoice;
      const customer =
        typeof invoice.customer === "string" ? invoice.customer : invoice.customer?.id;
      return shop.remind(customer ?? "", invoice.id);
    }
    default:
      shop.log(`${event.id}: ${event.type} of ${new Date(event.created * 1000).toISOString()}`);
  }
}

function idIn({ id }: { readonly id: string }): string {
  return id;
}

// --- Errors --------------------------------------------------------------------------------------

export async function charge(
  stripe: Stripe,
  params: Stripe.PaymentIntentCreateParams,
): Promise<{ readonly intent?: Stripe.PaymentIntent; readonly problem?: string }> {
  try {
    return { intent: await stripe.paymentIntents.create({ ...params, confirm: true }) };
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError) {
      return { problem: error.decline_code ?? error.code ?? error.message };
    }
    if (error instanceof Stripe.errors.StripeRateLimitError) return { problem: "busy" };
    if (error instanceof Stripe.errors.StripeError) {
      return { problem: `${error.type} (${error.statusCode ?? 0}): ${error.requestId ?? ""}` };
    }
    throw error;
  }
}

export async function latest(
  stripe: Stripe,
  customer: string,
): Promise<Stripe.Response<Stripe.ApiList<Stripe.Charge>>> {
  const page = await stripe.charges.list({ customer, limit: 10 });
  return page;
}
