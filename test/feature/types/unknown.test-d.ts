import { test } from "vitest";
import {
  type ApiList,
  type BankAccount,
  type Card,
  type Client,
  type Customer,
  type DeletedCustomer,
  type Expanded,
  getCheckoutSessions,
  getCustomersCustomer,
  getInvoicesInvoice,
  type Item,
  type ListPaths,
  type Paths,
  postCheckoutSessionsSessionExpire,
  type Source,
} from "./api.js";
import { equal } from "./equal.js";

declare const client: Client;

test("string[]: every expandable property is an id or the object", async () => {
  const expand: string[] = ["customer"];
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", { expand });
  const customer = session.customer;
  equal<typeof customer, string | Expanded<"customer", string> | DeletedCustomer | null>();
  if (customer === null || typeof customer === "string" || customer.deleted) return;
  const source = customer.default_source;
  if (typeof source === "string" || source === null) return;
  equal<typeof source.object, "bank_account" | "card" | "source">();
  equal<typeof customer.name, Customer["name"]>();
});

test("string[]: includables may be there", async () => {
  const expand: string[] = [];
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", { expand });
  equal<typeof session.line_items, ApiList<Expanded<"item", string>> | undefined>();
  const items: ApiList<Item>["object"] | undefined = session.line_items?.object;
  void items;
});

test("string[]: arrays hold ids or objects", async () => {
  const expand: readonly string[] = [];
  const invoice = await getInvoicesInvoice(client, "in_1", { expand });
  const discount = invoice.discounts[0];
  if (typeof discount === "string" || discount === undefined) return;
  equal<typeof discount.object, "discount">();
});

test("string[] in a list", async () => {
  const expand: string[] = ["data.customer"];
  const sessions = await getCheckoutSessions(client, { expand });
  equal<typeof sessions.data, Expanded<"checkout.session", string>[]>();
});

test("string[] where the root is a union", async () => {
  const expand: string[] = [];
  const customer = await getCustomersCustomer(client, "cus_1", { expand });
  if (customer.deleted) return;
  const source = customer.default_source;
  if (typeof source === "string" || source === null) return;
  equal<typeof source, Expanded<"bank_account", string> | Expanded<"card", string> | Source>();
  equal<(typeof source)["object"], (BankAccount | Card | Source)["object"]>();
});

test("an element that is one of two", async () => {
  const either = "customer" as "customer" | "invoice";
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", { expand: [either] });
  equal<typeof session.customer, string | Expanded<"customer", string> | DeletedCustomer | null>();
});

test("one of two lists", async () => {
  const full = Math.random() > 0.5;
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: full ? ["customer"] : [],
  });
  equal<typeof session.customer, string | Expanded<"customer", string> | DeletedCustomer | null>();
  const other = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: full ? ["customer"] : ["invoice", "payment_intent"],
  });
  equal<typeof other, typeof session>();
  const sessions = await getCheckoutSessions(client, { expand: full ? ["data.customer"] : [] });
  equal<typeof sessions.data, Expanded<"checkout.session", string>[]>();
});

test("a list that begins with what is known", async () => {
  const more: string[] = [];
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: ["customer", ...more],
  });
  equal<typeof session.customer, string | Expanded<"customer", string> | DeletedCustomer | null>();
});

test("a path that is built", async () => {
  const field: string = "customer";
  const sessions = await getCheckoutSessions(client, { expand: [`data.${field}`] });
  equal<typeof sessions.data, Expanded<"checkout.session", string>[]>();
});

test("a constant list is known", async () => {
  const expand = ["customer", "invoice.charge"] as const;
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", { expand });
  equal<typeof session.customer, Customer | DeletedCustomer | null>();
  equal<typeof session.invoice, Expanded<"invoice", "charge"> | null>();
});

test("a path whose end is built", async () => {
  const field: string = "sources";
  const session = await postCheckoutSessionsSessionExpire(client, "cs_1", {
    expand: [`customer.${field}`],
  });
  equal<typeof session.customer, Expanded<"customer", string> | DeletedCustomer | null>();
  equal<typeof session.invoice, string | null>();
});

test("Paths", () => {
  equal<Paths<[]>, never>();
  equal<Paths<["a"]>, "a">();
  equal<Paths<readonly ["a", "b.c"]>, "a" | "b.c">();
  equal<Paths<["a", "a"]>, "a">();
  equal<Paths<string[]>, string>();
  equal<Paths<readonly string[]>, string>();
  equal<Paths<("a" | "b")[]>, string>();
  equal<Paths<["a" | "b"]>, string>();
  equal<Paths<["a", "b" | "c"]>, string>();
  equal<Paths<["a"] | ["b"]>, string>();
  equal<Paths<[] | ["b"]>, string>();
  equal<Paths<[string]>, string>();
  equal<Paths<["a", `b.${string}`]>, "a" | `b.${string}`>();
  equal<Paths<["a", ...string[]]>, string>();
});

test("ListPaths", () => {
  equal<ListPaths<[]>, never>();
  equal<ListPaths<["data.a"]>, "a">();
  equal<ListPaths<["data.a", "data.b.c"]>, "a" | "b.c">();
  equal<ListPaths<string[]>, string>();
  equal<ListPaths<[`data.${string}`]>, string>();
});
