/** The test fetch behind Mock Service Worker, for code that makes its own client. */
import { http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, it } from "vitest";
import Stripe from "../../../generated/src/index.js";
import { createTestFetch, mswHandler } from "../../../generated/src/testing/index.js";

const fetch = createTestFetch({ "GET /v1/customers/{customer}": { name: "Ada" } });
const server = setupServer(mswHandler(http, "https://api.stripe.com/*", fetch));
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

const stripe = new Stripe("sk_test_123");

it("responds from the document, with what the test gives", async () => {
  expect(await stripe.customers.retrieve("cus_7")).toMatchObject({ id: "cus_7", name: "Ada" });
  const session = await stripe.checkout.sessions.retrieve("cs_1", { expand: ["customer"] });
  expect(session.customer?.object).toBe("customer");
  expect(fetch.callsTo("GET /v1/customers/{customer}").map(({ path }) => path)).toEqual([
    { customer: "cus_7" },
  ]);
});

it("says what is wrong with a call, once", async () => {
  const wrong = { emial: "a@b.c" } as object;
  const before = fetch.calls.length;
  await expect(stripe.customers.create(wrong)).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringMatching(/POST \/v1\/customers: .*emial/),
  });
  expect(fetch.calls).toHaveLength(before);
});
