/** Events as the API returns them: what fetches their object is that of stripe@23.1.0, and never from another host. */
import { Stripe as Sdk } from "stripe-latest";
import { describe, expect, it } from "vitest";
import { ok, serve } from "../../../support/servers/server.js";
import { makeToday, type Resources } from "../client.js";

const made = await makeToday();
const { default: Ours, createClient, operations, parseEventNotification } = made.today;

const EVENT = {
  id: "evt_1",
  object: "v2.core.event",
  type: "v2.core.account.updated",
  created: "2026-11-01T00:00:00.000Z",
  livemode: false,
  context: "acct_1/acct_2",
  related_object: { id: "acct_3", type: "v2.core.account", url: "/v2/core/accounts/acct_3?a=b" },
};
const LIST = { next_page_url: null, previous_page_url: null };

interface Returned {
  readonly id: string;
  fetchRelatedObject?(): Promise<unknown>;
}

interface Making {
  readonly v2: Resources;
}

type Config = Readonly<Record<string, string>>;

/** What both do against one server, and what it received. */
async function both(
  [first, ...others]: readonly [object, ...object[]],
  act: (stripe: Making) => Promise<unknown>,
  config: Config = {},
): Promise<readonly [theirs: unknown, ours: unknown]> {
  const results: unknown[] = [];
  for (const make of [sdkAt, oursAt]) {
    await using server = await serve(ok(first), ...others.map((response) => ok(response)));
    const result = await act(make(server.url, config));
    const requests = server.received.map(({ method, url, headers }) => [
      method,
      url,
      headers["authorization"],
      headers["stripe-account"],
      headers["stripe-context"],
      headers["stripe-request-trigger"],
      headers["stripe-version"],
    ]);
    results.push({ result, requests });
  }
  const [theirs, ours] = results;
  return [theirs, ours];
}

function sdkAt(url: string, config: Config): Making {
  const port = Number(new URL(url).port);
  const sdk: unknown = new Sdk("sk_test_1", {
    host: "127.0.0.1",
    port,
    protocol: "http",
    ...config,
  });
  return sdk as Making;
}

function oursAt(baseUrl: string, config: Config): Making {
  return new Ours("sk_test_1", { baseUrl, maxNetworkRetries: 0, ...config });
}

const WAYS: readonly (readonly [string, (event: object) => object, Get])[] = [
  [
    "retrieve",
    (event) => event,
    async ({ v2 }) => returned(await v2["core"]!["events"]!["retrieve"]!("evt_1")),
  ],
  [
    "list",
    (event) => ({ ...LIST, data: [{ ...event, related_object: null }, event] }),
    async ({ v2 }) => returned((await v2["core"]!["events"]!["list"]!())["data"], 1),
  ],
  [
    "autoPagingToArray",
    (event) => ({ ...LIST, data: [event] }),
    async ({ v2 }) =>
      returned(await v2["core"]!["events"]!["list"]!().autoPagingToArray({ limit: 9 }), 0),
  ],
];

type Get = (stripe: Making) => Promise<Returned>;

function returned(value: unknown, at?: number): Returned {
  const found: unknown = at === undefined ? value : Array.isArray(value) && value[at];
  return found as Returned;
}

describe.each(WAYS)("%s", (_way, responseOf, get) => {
  it.each<[string, object, Config?]>([
    ["its object", EVENT],
    ["its object, of a type that is not known", { ...EVENT, type: "v9.not.heard.of" }],
    ["its object, in no context", { ...EVENT, context: undefined }],
    ["its object, in its own context, not the client's", EVENT, { stripeContext: "acct_9" }],
    [
      "its object, in the client's context, as it has none",
      { ...EVENT, context: undefined },
      { stripeContext: "acct_9" },
    ],
    ["its object, beside the client's account", EVENT, { stripeAccount: "acct_9" }],
    [
      "an object of the first version",
      { ...EVENT, related_object: { id: "m", type: "billing.meter", url: "/v1/billing/meters/m" } },
    ],
  ])("gives an event that fetches %s", async (_what, event, config) => {
    const [theirs, ours] = await both(
      [responseOf(event), { id: "acct_3" }],
      async (stripe) => {
        const fetched: unknown = await (await get(stripe)).fetchRelatedObject?.();
        return Object(fetched).id;
      },
      config,
    );
    expect(ours).toEqual(theirs);
    expect(ours).toMatchObject({ result: "acct_3", requests: { length: 2 } });
  });

  it.each([undefined, null, {}, { id: "x", type: "y", url: "" }, { url: null }])(
    "gives an event that fetches nothing where its object is %j",
    async (related_object) => {
      const [theirs, ours] = await both(
        [responseOf({ ...EVENT, related_object })],
        async (stripe) => "fetchRelatedObject" in (await get(stripe)),
      );
      expect(ours).toEqual(theirs);
      expect(ours).toMatchObject({ result: false });
    },
  );

  it.each([
    "https://evil.example/v2/x",
    "//evil.example/v2/x",
    "/\\evil.example/v2/x",
    "@evil.example/v2/x",
    ".evil.example/v2/x",
    "/v2/../admin",
    "/v2/%2e%2e/admin",
    "/admin",
    7,
    { a: 1 },
  ])("does not follow %j", async (url) => {
    await using server = await serve(ok(responseOf({ ...EVENT, related_object: { url } })));
    const event = await get(oursAt(server.url, {}));
    await expect(event.fetchRelatedObject?.()).rejects.toThrow(
      "related_object.url: not a path of the API",
    );
    expect(server.received).toHaveLength(1);
  });

  it("leaves the event as it came, to look at", async () => {
    await using server = await serve(ok(responseOf(EVENT)));
    const event = await get(oursAt(server.url, {}));
    expect(JSON.parse(JSON.stringify(event))).toEqual(EVENT);
    expect(Object.keys(event)).toEqual(Object.keys(EVENT));
  });
});

// stripe@23.1.0 says so in its types, and does not.
it("is what a notification's fetchEvent and a ping give, too", async () => {
  await using server = await serve(
    ok(EVENT),
    ok({ id: "acct_3" }),
    ok(EVENT),
    ok({ id: "acct_3" }),
  );
  const client = createClient({ apiKey: "sk_test_1", baseUrl: server.url });
  const stripe = new Ours("sk_test_1", { baseUrl: server.url });
  const payload = JSON.stringify(EVENT);
  const header = stripe.webhooks.generateTestHeaderString({ payload, secret: "whsec_1" });
  const notification = parseEventNotification(client, payload, header, "whsec_1");
  const events = [
    () => notification.fetchEvent(),
    () => operations["postV2CoreEventDestinationsIdPing"]!(client, "ed_1"),
  ];
  for (const get of events)
    expect(await returned(await get()).fetchRelatedObject?.()).toEqual({ id: "acct_3" });
  expect(server.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
    "GET /v2/core/events/evt_1",
    `GET ${EVENT.related_object.url}`,
    "POST /v2/core/event_destinations/ed_1/ping",
    `GET ${EVENT.related_object.url}`,
  ]);
});
