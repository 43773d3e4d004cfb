/** The main job, end to end: the generated client against a server on loopback. */
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from "vitest";
import {
  createClient,
  type Customer,
  type DeletedCustomer,
  StripeInvalidRequestError,
} from "../../../generated/src/index.js";
import {
  getCheckoutSessions,
  getCheckoutSessionsSession,
  getCheckoutSessionsSessionLineItems,
  postCheckoutSessionsSessionExpire,
} from "../../../generated/src/operations/index.js";
import {
  COMPLETED,
  type StripeServer,
  startStripeServer,
} from "../../support/servers/stripe-server.js";

let server: StripeServer;
beforeEach(async () => {
  server = await startStripeServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const client = (): ReturnType<typeof createClient> =>
  createClient({ apiKey: "sk_test_123", baseUrl: server.url });

describe("expiring a Checkout Session", () => {
  it("sends exactly what the API expects and types the response by expand", async () => {
    const session = await postCheckoutSessionsSessionExpire(client(), "cs_test_1/ä", {
      expand: ["customer", "payment_intent.latest_charge"],
    });

    const [request] = server.received;
    expect(server.received).toHaveLength(1);
    expect(request?.method).toBe("POST");
    expect(request?.url).toBe("/v1/checkout/sessions/cs_test_1%2F%C3%A4/expire");
    expect(request?.body).toBe("expand[0]=customer&expand[1]=payment_intent.latest_charge");
    expect(request?.headers).toMatchObject({
      authorization: "Bearer sk_test_123",
      "content-type": "application/x-www-form-urlencoded",
      "stripe-version": "2024-04-10",
      "idempotency-key": expect.stringMatching(/^[0-9a-f-]{36}$/),
      "user-agent": expect.stringContaining("unfold"),
    });

    expectTypeOf(session.customer).toEqualTypeOf<Customer | DeletedCustomer | null>();
    expectTypeOf(session.subscription).toEqualTypeOf<string | null>();
    expect(session.status).toBe("expired");
    expect(session.customer).toMatchObject({ id: "cus_1", email: "ada@example.com" });
    expect(session.lastResponse).toMatchObject({ status: 200, requestId: "req_1" });
    expect(Object.keys(session)).not.toContain("lastResponse");
  });

  it("sends no body without parameters, and leaves ids as they are", async () => {
    const session = await postCheckoutSessionsSessionExpire(client(), "cs_1");
    expect(server.received[0]?.body).toBe("");
    expectTypeOf(session.customer).toEqualTypeOf<string | null>();
    expect(session.customer).toBe("cus_1");
  });

  it("responses a session that is not open with a typed error, once", async () => {
    const error: unknown = await postCheckoutSessionsSessionExpire(client(), COMPLETED).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(StripeInvalidRequestError);
    expect(error).toMatchObject({
      type: "StripeInvalidRequestError",
      rawType: "invalid_request_error",
      message: 'Only Checkout Sessions with a status in ["open"] can be expired.',
      param: "session",
      statusCode: 400,
      requestId: "req_1",
    });
    expect(server.received).toHaveLength(1);
  });
});

describe("reading Checkout Sessions", () => {
  it("retrieves one", async () => {
    const session = await getCheckoutSessionsSession(client(), "cs_1");
    expect(session.status).toBe("open");
    expect(server.received[0]).toMatchObject({ method: "GET", url: "/v1/checkout/sessions/cs_1" });
  });

  it("lists with nested parameters in the query", async () => {
    const page = await getCheckoutSessions(client(), {
      limit: 1,
      created: { gte: 1_679_000_000 },
      expand: ["data.customer"],
    });
    expect(server.received[0]?.url).toBe(
      "/v1/checkout/sessions?limit=1&created[gte]=1679000000&expand[0]=data.customer",
    );
    expect(page.data.map(({ object }) => object)).toEqual(["checkout.session"]);
    expectTypeOf(page.data[0]?.customer).toEqualTypeOf<
      Customer | DeletedCustomer | null | undefined
    >();
  });

  it("iterates over line items of all pages", async () => {
    const descriptions: string[] = [];
    for await (const item of getCheckoutSessionsSessionLineItems(client(), "cs_1")) {
      descriptions.push(item.description);
    }
    expect(descriptions).toEqual(["T-shirt"]);
  });
});
