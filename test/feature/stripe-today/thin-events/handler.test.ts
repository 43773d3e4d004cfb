/** Callbacks for thin events by their type: who is called, with what, and what the client of a callback sends, as stripe@23.1.0 does. */
import { Stripe as Sdk } from "stripe-latest";
import { describe, expect, it } from "vitest";
import { ok, serve } from "../../../support/servers/server.js";
import { makeToday } from "../client.js";

const made = await makeToday();
const { default: Ours } = made.today;

const SECRET = "whsec_test";
const eventOf = (type: string, context?: string) => ({
  id: `evt_${type}`,
  object: "v2.core.event",
  type,
  created: "2026-11-01T00:00:00.000Z",
  livemode: false,
  ...(context === undefined ? {} : { context }),
});
const KNOWN = "v2.core.account.updated";
const UNKNOWN = "v9.not.heard.of";

type Callback = (event: { type: string; id: string }, client: Client, details?: object) => unknown;

interface Client {
  readonly customers: { retrieve(id: string): Promise<unknown> };
}

interface Handler {
  on(type: string, callback: Callback): Handler;
  preHandle(callback: Callback): Handler;
  registeredEventTypes(): string[];
  handle(payload: string, header?: string): Promise<void>;
}

interface Making {
  notificationHandler(secret: string, fallback: Callback): Handler;
  notificationHandlerWithoutVerification(fallback: Callback): Handler;
  webhooks: { generateTestHeaderString(options: object): string };
}

/** What both do against one server, and what it received. */
async function both(act: (stripe: Making) => Promise<unknown>): Promise<readonly unknown[]> {
  const results: unknown[] = [];
  for (const make of [sdkAt, oursAt]) {
    await using server = await serve(ok({ id: "cus_1" }));
    const result = await act(make(server.url));
    const requests = server.received.map(({ method, url, headers }) => [
      method,
      url,
      headers["stripe-context"],
      headers["stripe-account"],
      headers["authorization"],
    ]);
    results.push({ result, requests });
  }
  return results;
}

function sdkAt(url: string): Making {
  const port = Number(new URL(url).port);
  const sdk: unknown = new Sdk("sk_test_1", {
    host: "127.0.0.1",
    port,
    protocol: "http",
    stripeAccount: "acct_own",
  });
  return sdk as Making;
}

function oursAt(baseUrl: string): Making {
  const ours: unknown = new Ours("sk_test_1", { baseUrl, stripeAccount: "acct_own" });
  return ours as Making;
}

/** Whose turn it was, and what each was given. */
function recorder() {
  const told: unknown[] = [];
  const telling =
    (name: string, result?: unknown): Callback =>
    ({ type, id }, client, ...details) => {
      told.push([name, type, id, typeof client.customers.retrieve, ...details]);
      return result;
    };
  return { told, telling };
}

function signed(stripe: Making, event: object): [payload: string, header: string] {
  const payload = JSON.stringify(event);
  return [payload, stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET })];
}

async function same(act: (stripe: Making) => Promise<unknown>): Promise<unknown> {
  const [theirs, ours] = await both(act);
  expect(ours).toEqual(theirs);
  return ours;
}

describe("a handler", () => {
  it.each([
    ["the callback of its type", KNOWN, undefined],
    ["the fallback, of a type that is known", "v1.customer.created", undefined],
    ["the fallback, of a type that is not", UNKNOWN, undefined],
    ["what comes first, then the callback", KNOWN, true],
    ["what comes first, then the fallback", UNKNOWN, true],
    ["what comes first alone", KNOWN, false],
  ])("calls %s", async (_who, type, goesOn) => {
    const ours = await same(async (stripe) => {
      const { told, telling } = recorder();
      const handlers = [
        stripe.notificationHandler(SECRET, telling("fallback")),
        stripe.notificationHandlerWithoutVerification(telling("fallback")),
      ];
      const args = signed(stripe, eventOf(type));
      for (const handler of handlers) {
        handler.on(KNOWN, telling("own")).on("v2.core.account.created", telling("other"));
        if (goesOn !== undefined) handler.preHandle(telling("first", goesOn));
        told.push(handler.registeredEventTypes());
        await handler.handle(...args);
      }
      return told;
    });
    expect(ours).toMatchObject({ requests: [] });
  });

  it.each([["acct_1"], ["org_1/acct_2"], [undefined]])(
    "gives a client in the context %s, of no account of its own",
    async (context) => {
      const ours = await same(async (stripe) => {
        const call: Callback = (_event, client) => client.customers.retrieve("cus_1");
        const handler = stripe.notificationHandler(SECRET, call).on(KNOWN, call);
        await handler.handle(...signed(stripe, eventOf(KNOWN, context)));
      });
      expect(ours).toMatchObject({
        requests: [["GET", "/v1/customers/cus_1", context, undefined, "Bearer sk_test_1"]],
      });
    },
  );

  // stripe@23.1.0 calls Object.prototype.constructor for it, and nobody hears of the event.
  it("calls the fallback, of a name that objects have", async () => {
    const { told, telling } = recorder();
    const stripe = oursAt("http://127.0.0.1:1");
    const handler = stripe.notificationHandler(SECRET, telling("fallback"));
    await handler.on("toString", telling("own")).handle(...signed(stripe, eventOf("constructor")));
    expect(told).toEqual([
      ["fallback", "constructor", "evt_constructor", "function", { isKnownEventType: false }],
    ]);
  });

  it("waits for a callback, and rejects with what it throws", async () => {
    await same(async (stripe) => {
      const order: string[] = [];
      const fallback: Callback = async () => {
        await new Promise(setImmediate);
        order.push("done");
      };
      const fails: Callback = () => Promise.reject(new Error("no"));
      const handler = stripe.notificationHandler(SECRET, fallback).on(KNOWN, fails);
      await handler.handle(...signed(stripe, eventOf(UNKNOWN)));
      order.push("handled");
      const failure: unknown = await handler
        .handle(...signed(stripe, eventOf(KNOWN)))
        .catch((error: unknown) => error);
      return [...order, String(failure)];
    });
  });

  it.each<[string, (stripe: Making, callback: Callback) => unknown]>([
    ["an empty secret", (stripe, callback) => stripe.notificationHandler("", callback)],
    ["a blank secret", (stripe, callback) => stripe.notificationHandler(" \t", callback)],
    [
      "a second callback of one type",
      (stripe, callback) =>
        stripe.notificationHandler(SECRET, callback).on(KNOWN, callback).on(KNOWN, callback),
    ],
    [
      "a second one that comes first",
      (stripe, callback) =>
        stripe.notificationHandler(SECRET, callback).preHandle(callback).preHandle(callback),
    ],
    [
      "a callback behind the first event",
      async (stripe, callback) => {
        const handler = stripe.notificationHandler(SECRET, callback);
        await handler.handle(...signed(stripe, eventOf(KNOWN)));
        handler.on(KNOWN, callback);
      },
    ],
    [
      "a callback behind a forged event",
      async (stripe, callback) => {
        const handler = stripe.notificationHandler(SECRET, callback);
        await handler.handle("{}", "t=1,v1=0").catch(() => {});
        handler.preHandle(callback);
      },
    ],
    [
      "what Stripe did not sign",
      async (stripe, callback) => {
        const [payload, header] = signed(stripe, eventOf(KNOWN));
        await stripe.notificationHandler(SECRET, callback).handle(`${payload} `, header);
      },
    ],
  ])("refuses %s", async (_what, act) => {
    const ours = await same(async (stripe) => {
      const { told, telling } = recorder();
      const failed: unknown = await (async () => act(stripe, telling("called")))().catch(
        (error: unknown) => error,
      );
      return [failed instanceof Error, told.length];
    });
    expect(ours).toMatchObject({ result: [true, expect.any(Number)] });
  });
});

it("tells those who listen to the client of what the client of a callback sends", async () => {
  const [theirs, ours] = await both(async (stripe) => {
    const told: string[] = [];
    const listening = stripe as Making & { on(name: string, tell: (event: Sent) => void): void };
    listening.on("request", ({ method, path }) => told.push(`${method} ${path}`));
    const call: Callback = (_event, client) => client.customers.retrieve("cus_1");
    await stripe.notificationHandler(SECRET, call).handle(...signed(stripe, eventOf(KNOWN, "a")));
    await new Promise(setImmediate);
    return told;
  });
  expect(ours).toEqual(theirs);
  expect(ours).toMatchObject({ result: ["GET /v1/customers/cus_1"] });
});

interface Sent {
  readonly method: string;
  readonly path: string;
}
