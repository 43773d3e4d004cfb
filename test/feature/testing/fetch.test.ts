/** What the tests of someone who uses the client say with its `fetch`, and what it says to them. */
import { describe, expect, it } from "vitest";
import Stripe, { StripeCardError, StripeConnectionError } from "../../../generated/src/index.js";
import { createRawClient } from "../../../generated/src/raw.js";
import {
  createTestFetch,
  type OperationKey,
  type Overrides,
  TestFetchError,
} from "../../../generated/src/testing/index.js";

const EXPIRE = "POST /v1/checkout/sessions/{session}/expire";

function setUp(overrides?: Overrides) {
  const fetch = createTestFetch(overrides);
  return { fetch, stripe: new Stripe("sk_test_123", { fetch }) };
}

/** Calls that the compiler would not let pass. */
function loosely(value: object): object {
  return value;
}

describe("a response", () => {
  it("repeats the ids that were asked for", async () => {
    const { stripe } = setUp();
    expect((await stripe.checkout.sessions.expire("cs_1")).id).toBe("cs_1");
    const person = await stripe.accounts.retrievePerson("acct_1", "person_1");
    expect(person).toMatchObject({ id: "person_1", account: "acct_1", object: "person" });
    expect(await stripe.customers.del("cus_1")).toMatchObject({ id: "cus_1", deleted: true });
    const balance = await stripe.customers.createBalanceTransaction("cus_1", {
      amount: 5,
      currency: "usd",
    });
    expect(balance.customer).toBe("cus_1");
    expect(balance.id).not.toBe("cus_1");
  });

  it("expands what it is asked for, and has the same ids either way", async () => {
    const { stripe } = setUp();
    const plain = await stripe.checkout.sessions.retrieve("cs_1");
    const session = await stripe.checkout.sessions.retrieve("cs_1", {
      expand: ["customer.default_source", "payment_intent.latest_charge", "line_items"],
    });
    expect(plain.customer).toBe(session.customer?.id);
    expect(session.customer).toMatchObject({ default_source: { object: expect.any(String) } });
    expect(session.payment_intent?.latest_charge).toMatchObject({ object: "charge" });
    expect(session.line_items.data[0]?.object).toBe("item");
    expect(plain).not.toHaveProperty("line_items");
  });

  it("ends a list after its first page", async () => {
    const { fetch, stripe } = setUp();
    const page = await stripe.charges.list({ limit: 3 });
    expect(page).toMatchObject({ object: "list", url: "/v1/charges", has_more: false });
    const all = await stripe.charges.list().autoPagingToArray({ limit: 100 });
    expect(all).toEqual(page.data);
    expect(all).toHaveLength(1);
    expect(fetch.calls).toHaveLength(2);
    const found = await stripe.customers.search({ query: "email:'ada@example.com'" });
    expect(found).toMatchObject({ object: "search_result", next_page: null });
  });

  it("is bytes where a file is", async () => {
    const { stripe } = setUp({ "GET /v1/quotes/{quote}/pdf": "%PDF" });
    expect(await new Response(await stripe.quotes.pdf("qt_1")).text()).toBe("%PDF");
    const download = await setUp().stripe.quotes.pdf("qt_1");
    expect((await new Response(download).arrayBuffer()).byteLength).toBeGreaterThan(0);
  });

  it("is one of several variants", async () => {
    const { stripe } = setUp({
      "GET /v1/payment_methods/{payment_method}": { card: { brand: "visa" } },
    });
    const method = await stripe.paymentMethods.retrieve("pm_1");
    expect(method.type).toBe("card");
    expect(method.card).toMatchObject({ brand: "visa", last4: "4242" });
    expect(method).not.toHaveProperty("acss_debit");
  });
});

describe("an override", () => {
  it("stands in the place of the example, property by property", async () => {
    const { stripe } = setUp({
      [EXPIRE]: { status: "expired", customer: { email: "grace@example.com" }, url: null },
      "GET /v1/charges": { data: [{ amount: 5 }, { amount: 7 }] },
    });
    const session = await stripe.checkout.sessions.expire("cs_1", { expand: ["customer"] });
    expect(session).toMatchObject({ id: "cs_1", status: "expired", url: null });
    expect(session.customer).toMatchObject({ object: "customer", email: "grace@example.com" });
    const { data } = await stripe.charges.list();
    expect(data.map(({ amount, object }) => [amount, object])).toEqual([
      [5, "charge"],
      [7, "charge"],
    ]);
  });

  it("may be a function of the call", async () => {
    const { stripe } = setUp({
      [EXPIRE]: ({ path, params, request, operation }) => {
        expect(operation).toBe(EXPIRE);
        expect(request.headers.get("authorization")).toBe("Bearer sk_test_123");
        return { client_reference_id: `${path.session} ${params?.expand?.join()}` };
      },
      "POST /v1/refunds": async ({ params }) => ({ amount: (params?.amount ?? 0) + 1 }),
    });
    const session = await stripe.checkout.sessions.expire("cs_1", { expand: ["customer"] });
    expect(session.client_reference_id).toBe("cs_1 customer");
    expect((await stripe.refunds.create({ charge: "ch_1", amount: 500 })).amount).toBe(501);
  });

  it("may be an error of the API", async () => {
    const error = { type: "card_error", code: "card_declined", message: "No." };
    const declined = Response.json({ error }, { status: 402 });
    const { stripe } = setUp({ "POST /v1/charges": declined });
    for (const amount of [1, 2]) {
      const failing = stripe.charges.create({ amount, currency: "usd" });
      await expect(failing).rejects.toThrow(StripeCardError);
      await expect(failing).rejects.toMatchObject({ code: "card_declined", message: "No." });
    }
  });

  it("may fail like a connection, which is tried again", async () => {
    const attempts: string[] = [];
    const { stripe } = setUp({
      "GET /v1/balance": () => {
        attempts.push("x");
        throw new TypeError("fetch failed");
      },
    });
    const failing = stripe.balance.retrieve({}, { maxNetworkRetries: 1 });
    await expect(failing).rejects.toThrow(StripeConnectionError);
    expect(attempts).toHaveLength(2);
  });

  it("is for an operation that there is", () => {
    const key = "POST /v1/checkout/session/{session}/expire" as OperationKey;
    expect(() => createTestFetch({ [key]: {} })).toThrow(
      `${key} is not an operation of the API (did you mean ${EXPIRE}?)`,
    );
  });

  it("is typed by its operation", () => {
    createTestFetch({
      // @ts-expect-error: no such status
      [EXPIRE]: { status: "gone" },
      // @ts-expect-error: no such variable in the path
      "GET /v1/charges/{charge}": ({ path }) => ({ id: path.customer }),
    });
    // @ts-expect-error: no such operation
    createTestFetch().callsTo("GET /v1/nothing");
  });
});

describe("what was called", () => {
  it("is remembered, with the params as they were given", async () => {
    const { fetch, stripe } = setUp();
    const line = { price: "price_1", quantity: 2, adjustable_quantity: { enabled: true } };
    const params = {
      mode: "payment" as const,
      line_items: [line, { price: "price_2" }],
      metadata: { "a[b]": "c&d=é", constructor: "x" },
      expand: ["line_items"] as const,
    };
    const expires_at = new Date(1.7e12);
    const options = { idempotencyKey: "key_1" };
    await stripe.checkout.sessions.create({ ...params, expires_at }, options);
    await stripe.charges.list({ created: { gte: 1e9 }, limit: 3 });
    expect(fetch.calls.map(({ operation }) => operation)).toEqual([
      "POST /v1/checkout/sessions",
      "GET /v1/charges",
    ]);
    const [call] = fetch.callsTo("POST /v1/checkout/sessions");
    expect(call?.params).toEqual({ ...params, expires_at: 1.7e9 });
    expect(call?.request.headers.get("idempotency-key")).toBe("key_1");
    expect(await call?.request.text()).toContain("mode=payment");
    const [list] = fetch.callsTo("GET /v1/charges");
    expect(list?.params).toEqual({ created: { gte: 1e9 }, limit: 3 });
  });

  it("has the files of an upload", async () => {
    const { fetch, stripe } = setUp();
    const data = new Blob(["…"]);
    const file = { data, name: "a.txt", type: "text/plain" };
    await stripe.files.create({ purpose: "dispute_evidence", file });
    const [call] = fetch.calls;
    expect(call?.params).toMatchObject({ purpose: "dispute_evidence" });
    const sent = call?.params?.["file"];
    expect(sent).toBeInstanceOf(File);
    expect(sent instanceof File && [sent.name, sent.type, await sent.text()]).toEqual([
      "a.txt",
      "text/plain",
      "…",
    ]);
  });
});

describe("a wrong call", () => {
  const { fetch, stripe } = setUp();

  it.each<[what: string, call: () => Promise<unknown>, message: string]>([
    [
      "a misspelt parameter",
      () => stripe.checkout.sessions.expire("cs_1", loosely({ expnd: ["customer"] })),
      `${EXPIRE}: expnd is not a parameter (did you mean expand?)`,
    ],
    [
      "a misspelt parameter of a GET",
      () => stripe.charges.list(loosely({ limt: 3 })),
      "GET /v1/charges: limt is not a parameter (did you mean limit?)",
    ],
    [
      "a misspelt parameter inside of another",
      () => stripe.checkout.sessions.create(loosely({ line_items: [{ prices: "x" }] })),
      "POST /v1/checkout/sessions: line_items[0].prices is not a parameter (did you mean price?)",
    ],
    [
      "a missing parameter",
      () => stripe.prices.create(loosely({ unit_amount: 5 }) as { currency: string }),
      "POST /v1/prices: currency is missing",
    ],
    [
      "a wrong kind of value",
      () => stripe.charges.list(loosely({ limit: "ten" })),
      'GET /v1/charges: limit must be an integer, not "ten"',
    ],
    [
      "a value that is none of those listed",
      () => stripe.checkout.sessions.create(loosely({ mode: "pay" })),
      'POST /v1/checkout/sessions: mode must be one of "payment", "setup", "subscription", not "pay"',
    ],
    [
      "an expand path that leads nowhere",
      () =>
        stripe.checkout.sessions.expire("cs_1", loosely({ expand: ["customer.defalt_source"] })),
      `${EXPIRE}: expand: customer.defalt_source cannot be expanded (did you mean default_source?)`,
    ],
    [
      "an expand path that leads nowhere early on",
      () => stripe.charges.list(loosely({ expand: ["data.custmer.default_source"] })),
      "GET /v1/charges: expand: data.custmer.default_source cannot be expanded, as data.custmer leads nowhere (did you mean customer?)",
    ],
    [
      "an expand path to what is not an id",
      () => stripe.checkout.sessions.expire("cs_1", loosely({ expand: ["amount_total"] })),
      `${EXPIRE}: expand: amount_total cannot be expanded`,
    ],
    [
      "several mistakes",
      () => stripe.charges.list(loosely({ limt: 3, customer: { id: "cus_1" } })),
      "GET /v1/charges: limt is not a parameter (did you mean limit?); customer must be a string, not an object",
    ],
    [
      "an operation that there is not",
      () =>
        createRawClient({ apiKey: "sk_test_123", fetch }).GET("/v1/custmers" as "/v1/customers"),
      "GET /v1/custmers: no operation of the API (did you mean GET /v1/customers?)",
    ],
  ])("%s is told as it is, at once", async (_what, call, message) => {
    const before = fetch.calls.length;
    const error = await call().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TestFetchError);
    expect(error).toHaveProperty("message", message);
    expect(fetch.calls).toHaveLength(before);
  });
});
