/** Thin events: checked, fetched in their context, and never from another host. What stripe@23.1.0 does as well is compared. */
import { Stripe as Sdk } from "stripe-latest";
import { describe, expect, it } from "vitest";
import { ok, serve } from "../../../support/servers/server.js";
import { makeToday, type Notification } from "../client.js";

const made = await makeToday();
const { default: Stripe, createClient, parseEventNotification } = made.today;

const SECRET = "whsec_test";
const THIN = {
  id: "evt_1",
  object: "v2.core.event",
  type: "v2.core.account.updated",
  created: "2026-11-01T00:00:00.000Z",
  livemode: false,
  context: "acct_1/acct_2",
  related_object: { id: "acct_3", type: "v2.core.account", url: "/v2/core/accounts/acct_3?a=b" },
};
const SNAPSHOT = { id: "evt_2", object: "event", type: "customer.created", data: { object: {} } };

const stripeAt = (baseUrl = "http://127.0.0.1:1") =>
  new Stripe("sk_test_1", { baseUrl, maxNetworkRetries: 0 });

/** The arguments of every function that checks a signature. */
function signed(event: object): [payload: string, header: string, secret: string] {
  const payload = JSON.stringify(event);
  const { webhooks } = stripeAt();
  return [payload, webhooks.generateTestHeaderString({ payload, secret: SECRET }), SECRET];
}

describe("parseEventNotification", () => {
  it("gives what Stripe signed, in all forms", async () => {
    const stripe = stripeAt();
    const [payload, ...rest] = signed(THIN);
    const all = [
      stripe.parseEventNotification(payload, ...rest),
      await stripe.parseEventNotificationAsync(payload, ...rest),
      stripe.parseEventNotificationWithoutVerification(payload),
      stripe.parseEventNotificationWithoutVerification(new TextEncoder().encode(payload)),
      stripe.parseEventNotificationWithoutVerification(JSON.stringify({ detail: THIN })),
      stripe.parseEventNotificationWithoutVerification(
        JSON.stringify({ specversion: "1.0", data: THIN }),
      ),
      parseEventNotification(createClient({ apiKey: "sk_test_1" }), payload, ...rest),
    ];
    for (const event of all) {
      expect({ ...event }).toEqual(THIN);
      expect(JSON.stringify(event)).toBe(payload);
    }
  });

  it("refuses what Stripe did not sign", async () => {
    const stripe = stripeAt();
    const [payload, header] = signed(THIN);
    const forged = [`${payload} `, header, SECRET];
    expect(() => stripe.parseEventNotification(...forged)).toThrow("No signature fits");
    await expect(stripe.parseEventNotificationAsync(...forged)).rejects.toThrow(
      "No signature fits",
    );
  });

  it.each([
    ["an event that carries its object", SNAPSHOT, "give it to webhooks.constructEvent"],
    ["another object", { ...THIN, object: "customer" }, "Not a thin event"],
    ["one without an id", { ...THIN, id: undefined }, "Not a thin event"],
    ["one without a type", { ...THIN, type: 7 }, "Not a thin event"],
    ["null", null as unknown as object, "Not a thin event"],
    ["a list", [THIN], "Not a thin event"],
  ])("refuses %s", async (_what, event, message) => {
    const stripe = stripeAt();
    const args = signed(event);
    expect(() => stripe.parseEventNotification(...args)).toThrow(message);
    await expect(stripe.parseEventNotificationAsync(...args)).rejects.toThrow(message);
    expect(() => stripe.parseEventNotificationWithoutVerification(args[0])).toThrow(message);
  });

  it("is named where a thin event is given to constructEvent", async () => {
    const { webhooks } = stripeAt();
    const args = signed(THIN);
    expect(() => webhooks.constructEvent(...args)).toThrow("give it to parseEventNotification");
    await expect(webhooks.constructEventAsync(...args)).rejects.toThrow("parseEventNotification");
    expect(webhooks.constructEvent(...signed(SNAPSHOT))).toEqual(SNAPSHOT);
  });
});

describe("what is fetched", () => {
  const SEEN = [
    "authorization",
    "stripe-context",
    "stripe-account",
    "stripe-request-trigger",
    "stripe-version",
  ];

  /** What both ask a server for. */
  async function asked(event: object, method: "fetchEvent" | "fetchRelatedObject") {
    const response = ok({ id: "x" });
    await using server = await serve(response, response);
    const { url } = server;
    const port = Number(new URL(url).port);
    const sdk = new Sdk("sk_test_1", { host: "127.0.0.1", port, protocol: "http" });
    const args = signed(event);
    const theirs: unknown = sdk.parseEventNotification(...args);
    const both = [theirs as Notification, stripeAt(url).parseEventNotification(...args)];
    const results = [];
    for (const one of both) results.push(await one[method]());
    const requests = server.received.map((request) => [
      request.method,
      request.url,
      ...SEEN.map((name) => request.headers[name]),
    ]);
    return { results, requests };
  }

  it.each([
    ["fetchEvent", THIN],
    ["fetchEvent", { ...THIN, context: undefined }],
    ["fetchEvent", { ...THIN, id: "evt/../1?x#y" }],
    ["fetchRelatedObject", THIN],
    ["fetchRelatedObject", { ...THIN, context: undefined, type: "v9.not.heard.of" }],
    [
      "fetchRelatedObject",
      {
        ...THIN,
        related_object: { id: "m", type: "billing.meter", url: "/v1/billing/meters/mtr_1" },
      },
    ],
  ] as const)("%s is what stripe@23.1.0 asks for: %j", async (method, event) => {
    const { results, requests } = await asked(event, method);
    expect(requests[1]).toEqual(requests[0]);
    expect(requests).toHaveLength(2);
    expect(results[1]).toMatchObject({ id: "x" });
  });

  it.each([undefined, null])("is nothing where the object is %s", async (related_object) => {
    const { results, requests } = await asked({ ...THIN, related_object }, "fetchRelatedObject");
    expect([results, requests]).toEqual([[null, null], []]);
  });

  it.each([
    "https://evil.example/v2/x",
    "//evil.example/v2/x",
    "/\\evil.example/v2/x",
    "@evil.example/v2/x",
    ".evil.example/v2/x",
    "/v2/../admin",
    "/v2/%2e%2e/admin",
    "/admin",
    "",
    7,
    null,
  ])("is not %j", async (url) => {
    const stripe = new Stripe("sk_test_1", {
      fetch: () => {
        throw new Error("sent");
      },
    });
    const event = stripe.parseEventNotification(...signed({ ...THIN, related_object: { url } }));
    await expect(event.fetchRelatedObject()).rejects.toThrow(
      "related_object.url: not a path of the API",
    );
  });
});
