import { test } from "vitest";
import {
  type ApiList,
  type Charge,
  type CheckoutSession,
  type Client,
  type Customer,
  type DeletedCustomer,
  type Expanded,
  getChargesSearch,
  getCheckoutSessions,
  getCheckoutSessionsSessionLineItems,
  getCustomersCustomerSources,
  getCustomersSearch,
  getInvoices,
  type Invoice,
  type Item,
  type PaymentIntent,
  type Product,
  type DeletedProduct,
} from "./api.js";
import { equal } from "./equal.js";

declare const client: Client;

test("a list without expand", async () => {
  const page = await getCheckoutSessions(client);
  equal<(typeof page.data)[number], CheckoutSession>();
  equal<typeof page.has_more, boolean>();
  equal<typeof page.object, "list">();
  const limited = await getCheckoutSessions(client, { limit: 3 });
  equal<typeof limited.data, CheckoutSession[]>();
});

test("paths of a list begin with data", async () => {
  const page = await getCheckoutSessions(client, { limit: 3, expand: ["data.customer"] });
  equal<typeof page.data, Expanded<"checkout.session", "customer">[]>();
  const [session] = page.data;
  equal<NonNullable<typeof session>["customer"], Customer | DeletedCustomer | null>();
  equal<NonNullable<typeof session>["payment_intent"], string | null>();
});

test("three more segments after data", async () => {
  const page = await getCheckoutSessions(client, {
    expand: ["data.payment_intent.latest_charge.balance_transaction", "data.line_items"],
  });
  const [session] = page.data;
  if (session === undefined) return;
  equal<
    NonNullable<NonNullable<typeof session.payment_intent>["latest_charge"]>["customer"],
    string | null
  >();
  const charge = session.payment_intent?.latest_charge;
  equal<
    NonNullable<NonNullable<typeof charge>["balance_transaction"]>["object"],
    "balance_transaction"
  >();
  equal<typeof session.line_items, ApiList<Item>>();
});

test("items of all pages have the same type", async () => {
  const pages = getCheckoutSessions(client, { expand: ["data.customer"] });
  for await (const session of pages) {
    equal<typeof session, Expanded<"checkout.session", "customer">>();
    equal<typeof session.customer, Customer | DeletedCustomer | null>();
  }
  const all = await getCheckoutSessions(client, { expand: ["data.customer"] }).autoPagingToArray({
    limit: 100,
  });
  equal<typeof all, Expanded<"checkout.session", "customer">[]>();
});

test("items of all pages, nothing asked for", async () => {
  for await (const invoice of getInvoices(client)) {
    equal<typeof invoice, Invoice>();
    equal<typeof invoice.customer, string | null>();
  }
});

test("searches", async () => {
  const found = await getChargesSearch(client, {
    query: "amount>1",
    expand: ["data.payment_intent"],
  });
  const [charge] = found.data;
  equal<typeof found.object, "search_result">();
  equal<typeof found.next_page, string | null>();
  equal<NonNullable<typeof charge>["payment_intent"], PaymentIntent | null>();
  for await (const each of getChargesSearch(client, { query: "amount>1" })) {
    equal<typeof each, Charge>();
  }
  for await (const customer of getCustomersSearch(client, {
    query: "name:'x'",
    expand: ["data.subscriptions"],
  })) {
    equal<typeof customer.subscriptions.object, "list">();
  }
});

test("a list below another resource", async () => {
  const lines = await getCheckoutSessionsSessionLineItems(client, "cs_1", {
    expand: ["data.price.product"],
  });
  const [line] = lines.data;
  equal<NonNullable<NonNullable<typeof line>["price"]>["product"], Product | DeletedProduct>();
});

test("a list of several kinds of items", async () => {
  const sources = await getCustomersCustomerSources(client, "cus_1", {
    expand: ["data.customer"],
  });
  for (const source of sources.data) {
    if (source.object === "card") {
      equal<typeof source.customer, Customer | DeletedCustomer | null | undefined>();
    }
    if (source.object === "source") equal<typeof source.customer, string | undefined>();
  }
});
