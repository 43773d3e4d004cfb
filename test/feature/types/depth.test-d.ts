import { test } from "vitest";
import {
  type Account,
  type ApiList,
  type BalanceTransaction,
  type Charge,
  type CheckoutSession,
  type Client,
  type Customer,
  type DeletedCustomer,
  type DeletedDiscount,
  type DeletedProduct,
  type Discount,
  type Expanded,
  getBalanceTransactionsId,
  getInvoicesInvoice,
  getPaymentIntentsIntent,
  getQuotesQuote,
  getSubscriptionsSubscriptionExposedId,
  type Invoice,
  type Item,
  type PaymentIntent,
  postCheckoutSessionsSessionExpire,
  type Product,
  type Subscription,
  type TaxRate,
} from "./api.js";
import { equal } from "./equal.js";

declare const client: Client;

test("nothing asked for: ids", async () => {
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1");
  equal<typeof session.customer, string | null>();
  equal<typeof session.payment_intent, string | null>();
  equal<typeof session.subscription, string | null>();
  equal<typeof session.id, string>();
  equal<typeof session.object, "checkout.session">();

  const empty = await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: [] });
  equal<typeof empty, typeof session>();
  const params = await postCheckoutSessionsSessionExpire(client, "cs_1", {});
  equal<typeof params, typeof session>();
  const plain: CheckoutSession = session;
  equal<typeof plain, CheckoutSession>();
});

test("depth 1", async () => {
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: ["customer"],
  });
  equal<typeof session.customer, Customer | DeletedCustomer | null>();
  equal<typeof session.payment_intent, string | null>();
  equal<typeof session.invoice, string | null>();
  equal<typeof session.amount_total, number | null>();
});

test("several paths, each on its own property", async () => {
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: ["customer", "payment_intent", "subscription", "invoice"],
  });
  equal<typeof session.customer, Customer | DeletedCustomer | null>();
  equal<typeof session.payment_intent, PaymentIntent | null>();
  equal<typeof session.subscription, Subscription | null>();
  equal<typeof session.invoice, Invoice | null>();
  equal<typeof session.setup_intent, string | null>();
});

test("depth 2", async () => {
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: ["payment_intent.latest_charge", "payment_intent.customer"],
  });
  equal<
    typeof session.payment_intent,
    Expanded<"payment_intent", "latest_charge" | "customer"> | null
  >();
  const intent = session.payment_intent;
  if (intent === null) return;
  equal<typeof intent.latest_charge, Charge | null>();
  equal<typeof intent.customer, Customer | DeletedCustomer | null>();
  equal<typeof intent.invoice, string | null>();
  equal<typeof intent.amount, number>();
});

test("depth 3", async () => {
  const intent = await getPaymentIntentsIntent(client, "pi_1", {
    expand: ["latest_charge.balance_transaction.source"],
  });
  const transaction = intent.latest_charge?.balance_transaction;
  equal<typeof transaction, Expanded<"balance_transaction", "source"> | null | undefined>();
  equal<typeof intent.customer, string | null>();
  const charge = intent.latest_charge;
  equal<NonNullable<typeof charge>["customer"], string | null>();
});

test("depth 4", async () => {
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: ["subscription.latest_invoice.payment_intent.latest_charge"],
  });
  const invoice = session.subscription?.latest_invoice;
  const intent = invoice?.payment_intent;
  equal<typeof intent, Expanded<"payment_intent", "latest_charge"> | null | undefined>();
  const charge = intent?.latest_charge;
  equal<typeof charge, Charge | null | undefined>();
  equal<NonNullable<typeof charge>["balance_transaction"], string | null>();
  equal<NonNullable<typeof invoice>["charge"], string | null>();
});

test("a path and a longer one through the same property", async () => {
  const both = await getInvoicesInvoice(client, "in_1", {
    expand: ["subscription", "subscription.customer"],
  });
  const long = await getInvoicesInvoice(client, "in_1", { expand: ["subscription.customer"] });
  equal<NonNullable<typeof both.subscription>["customer"], Customer | DeletedCustomer>();
  equal<NonNullable<typeof long.subscription>["customer"], Customer | DeletedCustomer>();
  equal<typeof both.customer, string | null>();
});

test("objects on the way are walked through and not expanded themselves", async () => {
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: ["automatic_tax.liability.account"],
  });
  equal<typeof session.automatic_tax.enabled, boolean>();
  const liability = session.automatic_tax.liability;
  equal<typeof liability, Expanded<"connect_account_reference", "account"> | null>();
  equal<NonNullable<typeof liability>["account"], Account | undefined>();
  equal<NonNullable<typeof liability>["type"], "account" | "self">();

  const intent = await getPaymentIntentsIntent(client, "pi_1", {
    expand: ["transfer_data.destination"],
  });
  equal<NonNullable<typeof intent.transfer_data>["destination"], Account>();
});

test("arrays of ids become arrays of objects", async () => {
  const invoice = await getInvoicesInvoice(client, "in_1", { expand: ["discounts"] });
  equal<typeof invoice.discounts, (Discount | DeletedDiscount)[]>();
  equal<typeof invoice.discount, Discount | null>();
  const plain = await getInvoicesInvoice(client, "in_1");
  equal<typeof plain.discounts, string[]>();

  const quote = await getQuotesQuote(client, "qt_1", { expand: ["default_tax_rates"] });
  equal<typeof quote.default_tax_rates, TaxRate[] | undefined>();
});

test("arrays are walked by the name of the property", async () => {
  const invoice = await getInvoicesInvoice(client, "in_1", {
    expand: ["discounts.promotion_code", "total_discount_amounts.discount"],
  });
  const discount = invoice.discounts[0];
  if (discount !== undefined && !discount.deleted) {
    equal<typeof discount.promotion_code, NonNullable<typeof discount.promotion_code> | null>();
    equal<NonNullable<typeof discount.promotion_code>["object"], "promotion_code">();
  }
  const amounts = invoice.total_discount_amounts;
  equal<NonNullable<typeof amounts>[number]["discount"], Discount | DeletedDiscount>();
  equal<NonNullable<typeof amounts>[number]["amount"], number>();
});

test("containers are walked by their data", async () => {
  const subscription = await getSubscriptionsSubscriptionExposedId(client, "sub_1", {
    expand: ["items.data.price.product"],
  });
  equal<typeof subscription.items, ApiList<Expanded<"subscription_item", "price.product">>>();
  const item = subscription.items.data[0];
  equal<NonNullable<typeof item>["price"]["product"], Product | DeletedProduct>();
  equal<NonNullable<typeof item>["discounts"], string[]>();
  equal<typeof subscription.items.has_more, boolean>();

  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: ["line_items.data.price.product"],
  });
  const line = session.line_items.data[0];
  equal<NonNullable<NonNullable<typeof line>["price"]>["product"], Product | DeletedProduct>();
  const bare = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: ["line_items"],
  });
  equal<typeof bare.line_items, ApiList<Item>>();
});

test("the other properties of an expanded response are untouched", async () => {
  const plain = await getBalanceTransactionsId(client, "txn_1");
  const expanded = await getBalanceTransactionsId(client, "txn_1", { expand: ["source"] });
  equal<Omit<typeof expanded, "source">, Omit<typeof plain, "source">>();
  equal<typeof plain.source, BalanceTransaction["source"]>();
  equal<typeof plain.source, string | null>();
});
