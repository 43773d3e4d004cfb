import { test } from "vitest";
import {
  type Account,
  type BankAccount,
  type Card,
  type Client,
  type Customer,
  type DeletedCustomer,
  type DeletedInvoice,
  type DeletedProduct,
  type Expanded,
  getAccountsAccount,
  getBalanceTransactionsId,
  getChargesCharge,
  getCustomersCustomer,
  getCustomersCustomerSourcesId,
  getInvoicesInvoice,
  getPricesPrice,
  getSubscriptionsSubscriptionExposedId,
  type Product,
  type Schemas,
  type Source,
} from "./api.js";
import { equal } from "./equal.js";

declare const client: Client;

test("several targets: a union of objects", async () => {
  const plain = await getBalanceTransactionsId(client, "txn_1");
  equal<typeof plain.source, string | null>();
  const transaction = await getBalanceTransactionsId(client, "txn_1", { expand: ["source"] });
  const source = transaction.source;
  if (source === null) return;
  equal<
    (typeof source)["object"],
    | "application_fee"
    | "charge"
    | "connect_collection_transfer"
    | "customer_cash_balance_transaction"
    | "dispute"
    | "fee_refund"
    | "issuing.authorization"
    | "issuing.dispute"
    | "issuing.transaction"
    | "payout"
    | "platform_tax_fee"
    | "refund"
    | "reserve_transaction"
    | "tax_deducted_at_source"
    | "topup"
    | "transfer"
    | "transfer_reversal"
  >();
  if (source.object === "charge") equal<typeof source, Schemas["charge"]>();
});

test("several targets, then a segment that only some of them have", async () => {
  const transaction = await getBalanceTransactionsId(client, "txn_1", {
    expand: ["source.customer"],
  });
  const source = transaction.source;
  if (source?.object === "charge") {
    equal<typeof source.customer, Customer | DeletedCustomer | null>();
    equal<typeof source.invoice, string | null>();
  }
  if (source?.object === "payout") {
    equal<typeof source, Schemas["payout"]>();
    equal<typeof source.destination, string | null>();
  }
});

test("a union schema stands for its members", async () => {
  const customer = await getCustomersCustomer(client, "cus_1", { expand: ["default_source"] });
  if (customer.deleted) return;
  equal<typeof customer.default_source, BankAccount | Card | Source | null>();
});

test("deleted targets narrow by `deleted`", async () => {
  const invoice = await getInvoicesInvoice(client, "in_1", { expand: ["customer"] });
  const customer = invoice.customer;
  equal<typeof customer, Customer | DeletedCustomer | null>();
  if (customer === null) return;
  if (customer.deleted) {
    equal<typeof customer, DeletedCustomer>();
    equal<typeof customer.deleted, true>();
  } else {
    equal<typeof customer, Customer>();
    equal<typeof customer.deleted, undefined>();
    equal<typeof customer.name, string | null | undefined>();
  }
});

test("`deleted` is never there on what is not deleted", () => {
  equal<Customer["deleted"], undefined>();
  equal<Product["deleted"], undefined>();
  equal<DeletedProduct["deleted"], true>();
  equal<DeletedInvoice["deleted"], true>();
});

test("several schemas at the root: a customer or a deleted one", async () => {
  const plain = await getCustomersCustomer(client, "cus_1");
  if (plain.deleted) {
    equal<typeof plain.id, string>();
    equal<typeof plain.deleted, true>();
  } else {
    equal<typeof plain.default_source, string | null>();
    equal<typeof plain.test_clock, string | null | undefined>();
  }
  const expanded = await getCustomersCustomer(client, "cus_1", {
    expand: ["test_clock", "invoice_settings.default_payment_method"],
  });
  if (!expanded.deleted) {
    equal<typeof expanded.test_clock, Schemas["test_helpers.test_clock"] | null | undefined>();
    equal<
      typeof expanded.invoice_settings.default_payment_method,
      Schemas["payment_method"] | null
    >();
    equal<typeof expanded.default_source, string | null>();
  }
});

test("several schemas at the root: a payment source", async () => {
  const source = await getCustomersCustomerSourcesId(client, "cus_1", "card_1", {
    expand: ["account"],
  });
  if (source.object === "bank_account" || source.object === "card") {
    equal<typeof source.account, Account | null | undefined>();
    equal<typeof source.customer, string | null | undefined>();
  }
  if (source.object === "source") equal<typeof source.status, string>();
});

test("nullable stays nullable, required stays required, optional stays optional", async () => {
  const charge = await getChargesCharge(client, "ch_1", {
    expand: ["balance_transaction", "transfer", "payment_intent"],
  });
  equal<typeof charge.balance_transaction, Schemas["balance_transaction"] | null>();
  equal<typeof charge.transfer, Schemas["transfer"] | undefined>();
  equal<typeof charge.payment_intent, Schemas["payment_intent"] | null>();
  const price = await getPricesPrice(client, "price_1", { expand: ["product"] });
  equal<typeof price.product, Product | DeletedProduct>();
  const subscription = await getSubscriptionsSubscriptionExposedId(client, "sub_1", {
    expand: ["customer", "default_payment_method"],
  });
  equal<typeof subscription.customer, Customer | DeletedCustomer>();
  equal<typeof subscription.default_payment_method, Schemas["payment_method"] | null>();
});

test("presence follows the overlay", () => {
  equal<Account["charges_enabled"], boolean>();
  equal<
    Account["business_type"],
    "company" | "government_entity" | "individual" | "non_profit" | null | undefined
  >();
  equal<Schemas["charge"]["billing_details"]["email"], string | null>();
  equal<Schemas["shipping"]["carrier"], string | null | undefined>();
  equal<Schemas["invoice"]["id"], string>();
  equal<Schemas["payment_intent"]["metadata"], { [key: string]: string }>();
});

test("a resource in a sub-object of a resource", async () => {
  const account = await getAccountsAccount(client, "acct_1", {
    expand: ["settings.branding.logo"],
  });
  equal<
    typeof account.settings,
    Expanded<"account_settings", "branding.logo"> | null | undefined
  >();
  equal<NonNullable<typeof account.settings>["branding"]["logo"], Schemas["file"] | null>();
  equal<NonNullable<typeof account.settings>["branding"]["icon"], string | null>();
});
