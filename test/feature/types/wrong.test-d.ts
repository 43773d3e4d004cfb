import { test } from "vitest";
import {
  type Client,
  getBalanceTransactionsId,
  getChargesSearch,
  getCheckoutSessions,
  getCustomersCustomer,
  getInvoicesInvoice,
  getIssuingCards,
  getPaymentIntentsIntent,
  getTaxCodes,
  postCheckoutSessionsSessionExpire,
} from "./api.js";
import { equal } from "./equal.js";

declare const client: Client;

test("misspelt", async () => {
  // @ts-expect-error first segment
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["custmer"] });
  // @ts-expect-error second segment
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["customer.sorces"] });
  // @ts-expect-error third segment
  await getPaymentIntentsIntent(client, "pi_1", { expand: ["latest_charge.invoice.custmer"] });
  await getPaymentIntentsIntent(client, "pi_1", {
    // @ts-expect-error fourth segment
    expand: ["latest_charge.invoice.subscription.custmer"],
  });
  // @ts-expect-error case counts
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["Customer"] });
  // @ts-expect-error camel case
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["paymentIntent"] });
  // @ts-expect-error a space
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: [" customer"] });
});

test("one wrong among right ones", async () => {
  await postCheckoutSessionsSessionExpire(client, "cs_1", {
    // @ts-expect-error the second is wrong
    expand: ["customer", "payment_intents", "invoice"],
  });
  const either = "customer" as "customer" | "bogus";
  // @ts-expect-error one of the two that it may be
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: [either] });
  const full = Math.random() > 0.5;
  // @ts-expect-error the other of two lists
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: full ? ["customer"] : ["x"] });
  const list = ["customer", "bogus"] as const;
  // @ts-expect-error also in a constant list
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: list });
});

test("properties that are not expandable", async () => {
  // @ts-expect-error a string
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["id"] });
  // @ts-expect-error a number
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["amount_total"] });
  // @ts-expect-error an object that is always there
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["customer_details"] });
  // @ts-expect-error an object that a path can go through, but not end at
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["automatic_tax"] });
  // @ts-expect-error a property of what was expanded
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["customer.name"] });
  // @ts-expect-error the data of a list, not of an item
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["line_items.data"] });
  // @ts-expect-error a list that is always there
  await getInvoicesInvoice(client, "in_1", { expand: ["lines"] });
});

test("built paths of which a segment is not known", async () => {
  const field: string = "customer";
  // @ts-expect-error nothing can be said of what follows an unknown segment
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: [`${field}.sources`] });
  // @ts-expect-error half a segment
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: [`cust${field}`] });
  // @ts-expect-error behind what is not expandable
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: [`custmer.${field}`] });
});

test("too deep", async () => {
  await getPaymentIntentsIntent(client, "pi_1", {
    // @ts-expect-error five segments
    expand: ["latest_charge.invoice.subscription.customer.default_source"],
  });
  await getCheckoutSessions(client, {
    // @ts-expect-error data counts
    expand: ["data.payment_intent.latest_charge.invoice.customer"],
  });
  await getPaymentIntentsIntent(client, "pi_1", {
    // @ts-expect-error data of a list in between counts, too
    expand: ["invoice.lines.data.price.product"],
  });
});

test("malformed", async () => {
  // @ts-expect-error empty
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: [""] });
  // @ts-expect-error a dot at the end
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["customer."] });
  // @ts-expect-error a dot at the start
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: [".customer"] });
  // @ts-expect-error two dots
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["customer..sources"] });
  // @ts-expect-error an index
  await getInvoicesInvoice(client, "in_1", { expand: ["discounts.0.promotion_code"] });
  // @ts-expect-error brackets
  await getInvoicesInvoice(client, "in_1", { expand: ["discounts[]"] });
  // @ts-expect-error a path that is not in a list
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: "customer" });
  // @ts-expect-error names of Object.prototype are not properties
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["constructor"] });
});

test("lists", async () => {
  // @ts-expect-error without data
  await getCheckoutSessions(client, { expand: ["customer"] });
  // @ts-expect-error data alone
  await getCheckoutSessions(client, { expand: ["data"] });
  // @ts-expect-error data with nothing behind it
  await getCheckoutSessions(client, { expand: ["data."] });
  // @ts-expect-error misspelt behind data
  await getCheckoutSessions(client, { expand: ["data.custmer"] });
  // @ts-expect-error data where there is no list
  await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: ["data.customer"] });
  // @ts-expect-error a search is a list
  await getChargesSearch(client, { query: "amount>1", expand: ["customer"] });
});

test("what only another resource has", async () => {
  // @ts-expect-error a customer has no charges
  await getCustomersCustomer(client, "cus_1", { expand: ["latest_charge"] });
  // @ts-expect-error no target of the source has it
  await getBalanceTransactionsId(client, "txn_1", { expand: ["source.line_items"] });
});

test("responds with nothing to expand keep string[]", async () => {
  const codes = await getTaxCodes(client, { expand: ["data.anything"] });
  equal<(typeof codes.data)[number]["object"], "tax_code">();
});

test("reading what was not asked for", async () => {
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: ["payment_intent"],
  });
  // @ts-expect-error the customer is an id
  void session.customer?.email;
  // @ts-expect-error so is the charge of the payment intent
  void session.payment_intent?.latest_charge?.amount;
  const expanded = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: ["customer"],
  });
  // @ts-expect-error the customer may be a deleted one
  void expanded.customer?.email;
  // @ts-expect-error the customer may be null
  void expanded.customer.id;
  // @ts-expect-error it is not an id any more
  const id: string | null = expanded.customer;
  void id;
  for await (const card of getIssuingCards(client)) {
    // @ts-expect-error not even on the pages of a list
    void card.cvc;
  }
});
