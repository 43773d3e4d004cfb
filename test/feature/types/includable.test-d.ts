import { test } from "vitest";
import {
  type ApiList,
  type CheckoutSession,
  type Client,
  type Customer,
  type Expanded,
  getAccountsAccount,
  getChargesCharge,
  getCheckoutSessionsSession,
  getCouponsCoupon,
  getCustomersCustomer,
  getFilesFile,
  getIdentityVerificationSessionsSession,
  getIssuingCardsCard,
  getPricesPrice,
  type Item,
  type Schemas,
} from "./api.js";
import { equal } from "./equal.js";

declare const client: Client;

test("absent from the plain type", async () => {
  const session = await getCheckoutSessionsSession(client, "cs_1");
  // @ts-expect-error line items are only there when asked for
  void session.line_items;
  const card = await getIssuingCardsCard(client, "ic_1");
  // @ts-expect-error so is the card's number
  void card.number;
  // @ts-expect-error asking for one of them does not bring the other
  void (await getIssuingCardsCard(client, "ic_1", { expand: ["cvc"] })).number;
  equal<Extract<keyof CheckoutSession, "line_items">, never>();
  equal<Extract<keyof Customer, "sources" | "subscriptions" | "tax_ids" | "tax">, never>();
});

test("required once asked for", async () => {
  const session = await getCheckoutSessionsSession(client, "cs_1", { expand: ["line_items"] });
  equal<typeof session.line_items, ApiList<Item>>();
  const card = await getIssuingCardsCard(client, "ic_1", { expand: ["number", "cvc"] });
  equal<typeof card.number, string>();
  equal<typeof card.cvc, string>();
  equal<typeof card.last4, string>();
  const price = await getPricesPrice(client, "price_1", {
    expand: ["tiers", "currency_options"],
  });
  equal<typeof price.tiers, Schemas["price_tier"][]>();
  equal<typeof price.currency_options, { [key: string]: Schemas["currency_option"] }>();
  const coupon = await getCouponsCoupon(client, "co_1", { expand: ["applies_to"] });
  equal<typeof coupon.applies_to, Schemas["coupon_applies_to"]>();
});

test("nullable ones stay nullable", async () => {
  const charge = await getChargesCharge(client, "ch_1", { expand: ["refunds"] });
  equal<typeof charge.refunds, ApiList<Schemas["refund"]> | null>();
  const verification = await getIdentityVerificationSessionsSession(client, "vs_1", {
    expand: ["verified_outputs.dob"],
  });
  equal<typeof verification.verified_outputs, Expanded<"gelato_verified_outputs", "dob"> | null>();
  equal<
    NonNullable<typeof verification.verified_outputs>["dob"],
    Schemas["gelato_data_verified_outputs_date"] | null
  >();
});

test("a path through one brings it too", async () => {
  const session = await getCheckoutSessionsSession(client, "cs_1", {
    expand: ["line_items.data.discounts", "line_items.data.price.tiers"],
  });
  equal<typeof session.line_items, ApiList<Expanded<"item", "discounts" | "price.tiers">>>();
  const line = session.line_items.data[0];
  equal<NonNullable<typeof line>["discounts"], Schemas["line_items_discount_amount"][]>();
  equal<NonNullable<NonNullable<typeof line>["price"]>["tiers"], Schemas["price_tier"][]>();
});

test("in an object that was expanded", async () => {
  const customer = await getCheckoutSessionsSession(client, "cs_1", {
    expand: ["customer.sources", "customer.tax"],
  }).then((session) => session.customer);
  if (customer === null || customer.deleted) return;
  equal<typeof customer.tax, Schemas["customer_tax"]>();
  equal<
    typeof customer.sources,
    ApiList<Schemas["bank_account"] | Schemas["card"] | Schemas["source"]>
  >();
});

test("optional on the plain type where some responses carry it unasked, required once asked for", async () => {
  const file = await getFilesFile(client, "file_1");
  equal<typeof file.links, ApiList<Schemas["file_link"]> | null | undefined>();
  const asked = await getFilesFile(client, "file_1", { expand: ["links"] });
  equal<typeof asked.links, ApiList<Schemas["file_link"]> | null>();
});

test("a list that comes unasked is none of them", async () => {
  const account = await getAccountsAccount(client, "acct_1");
  equal<
    typeof account.external_accounts,
    ApiList<Schemas["bank_account"] | Schemas["card"]> | undefined
  >();
  // @ts-expect-error it cannot be expanded either; what is in it can
  await getAccountsAccount(client, "acct_1", { expand: ["external_accounts"] });
  const walked = await getAccountsAccount(client, "acct_1", {
    expand: ["external_accounts.data.customer"],
  });
  equal<
    typeof walked.external_accounts,
    ApiList<Expanded<"bank_account", "customer"> | Expanded<"card", "customer">> | undefined
  >();
});

test("the plain type accepts a response that carries them", async () => {
  const session = await getCheckoutSessionsSession(client, "cs_1", { expand: ["line_items"] });
  const plain: CheckoutSession = session;
  const customer = await getCustomersCustomer(client, "cus_1", { expand: ["tax"] });
  if (!customer.deleted) {
    const base: Customer = customer;
    void base;
  }
  void plain;
});
