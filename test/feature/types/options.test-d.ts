/** Options in an argument of their own, never among params. */
import { test } from "vitest";
import type Stripe from "../../../generated/src/index.js";

declare const stripe: Stripe;
declare const signal: AbortSignal;
declare const options: Stripe.RequestOptions;

test("behind params", async () => {
  await stripe.customers.create({ email: "ada@example.com" }, { idempotencyKey: "k", signal });
  await stripe.customers.retrieve("cus_1", undefined, { headers: { a: "b" } });
  const { customer } = await stripe.checkout.sessions.expire("cs_1", { expand: ["customer"] });
  if (typeof customer === "object") customer satisfies { id: string } | null;
});

test("in the place of params", async () => {
  await stripe.customers.create({ idempotencyKey: "k", stripeAccount: "acct_1" });
  await stripe.customers.retrieve("cus_1", { apiVersion: "2024-04-10", timeout: 1 });
  await stripe.customers.retrieve("cus_1", options);
  await stripe.customers.retrieve("cus_1", options, undefined);
});

test("where the operation takes no params", async () => {
  await stripe.coupons.del("50off");
  await stripe.coupons.del("50off", options);
  await stripe.coupons.del("50off", {}, { signal });
  await stripe.coupons.del("50off", undefined, { signal });
  // @ts-expect-error a parameter
  await stripe.coupons.del("50off", { expand: [] });
});

test("not among params", async () => {
  // @ts-expect-error a key
  await stripe.customers.create({ email: "ada@example.com", idempotencyKey: "k" });
  // @ts-expect-error an account
  await stripe.customers.create({ email: "ada@example.com", stripeAccount: "acct_1" }, {});
  // @ts-expect-error behind an id
  await stripe.checkout.sessions.expire("cs_1", { expand: ["customer"], timeout: 1 });
  // @ts-expect-error where params are required
  await stripe.customers.search({ query: "name:'a'", apiKey: "sk_test_1" });
  const mixed = { email: "ada@example.com", maxNetworkRetries: 1 };
  // @ts-expect-error a variable
  await stripe.customers.create(mixed);
  // @ts-expect-error spread
  await stripe.customers.create({ email: "ada@example.com", ...{ apiVersion: "2024-04-10" } });
});

test("not all of them in the place of params", async () => {
  // @ts-expect-error headers could replace the key
  await stripe.customers.create({ headers: { authorization: "Bearer sk_test_1" } });
  // @ts-expect-error where the operation has no params, too
  await stripe.customers.deleteDiscount("cus_1", { signal });
});
