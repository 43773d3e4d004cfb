/** Null unsets where an empty text does, and nowhere else. */
import { test } from "vitest";
import type Stripe from "../../../generated/src/index.js";
import { type Client, getInvoicesUpcoming, postCustomersCustomer } from "./api.js";
import { equal } from "./equal.js";

declare const stripe: Stripe;
declare const client: Client;

test("null unsets", async () => {
  await stripe.subscriptions.update("sub_1", { cancel_at: null, trial_end: "now" });
  await stripe.customers.update("cus_1", { tax_exempt: null, address: null });
  await stripe.customers.update("cus_1", { metadata: null, shipping: "" });
  await postCustomersCustomer(client, "cus_1", { invoice_settings: { custom_fields: null } });
  // In a query as in a body.
  await getInvoicesUpcoming(client, { customer: "cus_1", discounts: null });
  await stripe.paymentIntents.update("pi_1", {
    payment_method_options: { card: { setup_future_usage: null } },
  });
});

test("not where the document has no empty text", async () => {
  // @ts-expect-error a text
  await stripe.customers.update("cus_1", { name: null });
  // @ts-expect-error a number
  await stripe.customers.update("cus_1", { balance: null });
  // @ts-expect-error a point in time that cannot be unset
  await stripe.subscriptions.create({ customer: "cus_1", backdate_start_date: null });
  // @ts-expect-error one of several texts, none of them empty
  await stripe.paymentIntents.create({ amount: 1, currency: "eur", capture_method: null });
  // @ts-expect-error a list
  await stripe.subscriptions.create({ customer: "cus_1", items: null });
  // @ts-expect-error all params
  await stripe.customers.update("cus_1", null);
});

test("metadata takes texts, numbers and null", async () => {
  await stripe.customers.create({ metadata: { responses: 5, order: "6735", old: null } });
  const metadata: Stripe.MetadataParam = { responses: 5 };
  await stripe.customers.create({ metadata });
  await stripe.charges.create({ metadata: { old: null } });
  // @ts-expect-error true is not a value of metadata
  await stripe.customers.create({ metadata: { vip: true } });
  // @ts-expect-error neither is an object
  await stripe.customers.create({ metadata: { order: { id: "6735" } } });
  const { metadata: stored } = await stripe.customers.create({ metadata });
  equal<typeof stored, { [key: string]: string }>();
});

test("the types of both have the names of the official SDK", () => {
  equal<Stripe.Emptyable<number>, null | "" | number>();
  equal<
    Stripe.CustomerUpdateParams["tax_exempt"],
    Stripe.Emptyable<"exempt" | "none" | "reverse"> | undefined
  >();
  equal<Stripe.MetadataParam, { [name: string]: string | number | null }>();
});
