/** The five operations of Checkout Sessions, as methods of the class, against a server on loopback. */
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from "vitest";
import Stripe, { type Customer, type DeletedCustomer } from "../../../generated/src/index.js";
import { type StripeServer, startStripeServer } from "../../support/servers/stripe-server.js";

let server: StripeServer;
let stripe: Stripe;
beforeEach(async () => {
  server = await startStripeServer();
  stripe = new Stripe("sk_test_123", { baseUrl: server.url });
});
afterEach(() => server[Symbol.asyncDispose]());

const asked = () =>
  server.received.map(({ method, url, body }) =>
    [method, decodeURIComponent(url), body].join(" ").trim(),
  );

describe("stripe.checkout.sessions", () => {
  it("expires", async () => {
    const session = await stripe.checkout.sessions.expire("cs_1", { expand: ["customer"] });
    expect(asked()).toEqual(["POST /v1/checkout/sessions/cs_1/expire expand[0]=customer"]);
    expect(session).toMatchObject({ id: "cs_1", status: "expired", customer: { id: "cus_1" } });
    expectTypeOf(session.customer).toEqualTypeOf<Customer | DeletedCustomer | null>();
    expect(session.lastResponse.status).toBe(200);
  });

  it("retrieves", async () => {
    const session = await stripe.checkout.sessions.retrieve("cs_1");
    expect(asked()).toEqual(["GET /v1/checkout/sessions/cs_1"]);
    expect(session.status).toBe("open");
    expectTypeOf(session.customer).toEqualTypeOf<string | null>();
  });

  it("lists, also by the account that stands for a customer", async () => {
    const page = await stripe.checkout.sessions.list({ customer_account: "acct_1", limit: 1 });
    expect(asked()).toEqual(["GET /v1/checkout/sessions?customer_account=acct_1&limit=1"]);
    expect(page.data.map(({ object }) => object)).toEqual(["checkout.session"]);
    for await (const session of stripe.checkout.sessions.list()) expect(session.id).toMatch(/^cs_/);
  });

  it("lists line items", async () => {
    const items = await stripe.checkout.sessions
      .listLineItems("cs_1", { limit: 10 })
      .autoPagingToArray({ limit: 10 });
    expect(asked()).toEqual(["GET /v1/checkout/sessions/cs_1/line_items?limit=10"]);
    expect(items.map(({ description }) => description)).toEqual(["T-shirt"]);
  });

  it("updates, with everything that an update takes", async () => {
    const session = await stripe.checkout.sessions.update("cs_1", {
      line_items: [{ id: "li_1" }, { price: "price_1", quantity: 2 }],
      metadata: { order_id: "6735", old: "" },
      collected_information: {
        shipping_details: { name: "Ada", address: { country: "DE", line1: "Marktplatz 1" } },
      },
      shipping_options: [{ shipping_rate: "shr_1" }],
      expand: ["line_items"],
    });
    const body = [
      "line_items[0][id]=li_1",
      "line_items[1][price]=price_1",
      "line_items[1][quantity]=2",
      "metadata[order_id]=6735",
      "metadata[old]=",
      "collected_information[shipping_details][name]=Ada",
      "collected_information[shipping_details][address][country]=DE",
      "collected_information[shipping_details][address][line1]=Marktplatz%201",
      "shipping_options[0][shipping_rate]=shr_1",
      "expand[0]=line_items",
    ];
    expect(asked()).toEqual([`POST /v1/checkout/sessions/cs_1 ${body.join("&")}`]);
    expect(session.metadata).toEqual({ order_id: "6735" });
    expect(session.line_items.data.map(({ description }) => description)).toEqual(["T-shirt"]);

    await stripe.checkout.sessions.update("cs_1", { metadata: "" });
    expect(server.received[1]?.body).toBe("metadata=");
  });

  it("refuses what an update does not take", () => {
    const wrong = () => [
      // @ts-expect-error A line item's price is the id of one.
      stripe.checkout.sessions.update("cs_1", { line_items: [{ price: 1 }] }),
      stripe.checkout.sessions.update("cs_1", {
        // @ts-expect-error An address has a country.
        collected_information: { shipping_details: { name: "A", address: { line1: "1" } } },
      }),
      // @ts-expect-error Nothing of that name can be expanded.
      stripe.checkout.sessions.update("cs_1", { expand: ["custmer"] }),
    ];
    expect(wrong).toBeTypeOf("function");
  });
});
