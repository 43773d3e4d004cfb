/** What stripe-node's documentation promises of webhooks, pages and errors, held against it and against our client. */
import { createHmac } from "node:crypto";
import { Agent } from "node:http";
import Sdk from "stripe";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import Ours from "../../../generated/src/index.js";
import { type ApiServer, startApi } from "../../support/servers/api-server.js";
import { SECRET } from "../../e2e/switching/programs/program.js";

let api: ApiServer;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api[Symbol.asyncDispose]());

/** The one's types stand for both: what they differ in is what is tried here. */
const PACKAGES = [
  ["stripe-node", Sdk],
  ["ours", Ours as unknown as typeof Sdk],
] as const;

const BODY = '{"id":"evt_1","object":"event","type":"ping","text":"Zürich"}';
const now = () => Math.floor(Date.now() / 1000);
const signed = (time: number, body = BODY, secret = SECRET) =>
  createHmac("sha256", secret).update(`${time}.${body}`).digest("hex");
const header = (time = now(), signature = signed(time)) => `t=${time},v1=${signature}`;

describe.each(PACKAGES)("%s: webhooks", (_, Stripe) => {
  const { webhooks } = new Stripe("sk_test_1");

  it.each<[string, body: string | Buffer, header: () => string | Buffer | string[]]>([
    ["text", BODY, () => header()],
    ["bytes", Buffer.from(BODY), () => header()],
    ["a header of bytes", BODY, () => Buffer.from(header())],
    ["another signature first", BODY, () => `t=${now()},v1=0000,v1=${signed(now())}`],
    ["another scheme beside it", BODY, () => `${header()},v0=0000`],
    ["a time of 299 s ago", BODY, () => header(now() - 299)],
    ["a time in the future", BODY, () => header(now() + 1000)],
  ])("takes %s", async (_, body, header) => {
    const event = webhooks.constructEvent(body, header(), SECRET);
    expect(event).toEqual(JSON.parse(BODY));
    expect(await webhooks.constructEventAsync(body, header(), SECRET)).toEqual(event);
  });

  it.each<[string, body: string, header: () => string, secret?: string]>([
    ["another body", `${BODY} `, () => header()],
    ["another secret", BODY, () => header(), "whsec_other"],
    ["another time", BODY, () => header(now() - 1, signed(now()))],
    ["an old one", BODY, () => header(now() - 302)],
    ["only another scheme", BODY, () => `t=${now()},v0=${signed(now())}`],
    ["no time", BODY, () => `v1=${signed(now())}`],
    ["an empty header", BODY, () => ""],
    ["an empty body", "", () => header()],
  ])("refuses %s", async (_, body, header, secret = SECRET) => {
    const refused = { type: "StripeSignatureVerificationError" };
    const { StripeSignatureVerificationError: Refused } = Stripe.errors;
    expect(() => webhooks.constructEvent(body, header(), secret)).toThrow(Refused);
    const later = webhooks.constructEventAsync(body, header(), secret);
    await expect(later).rejects.toBeInstanceOf(Refused);
    await expect(later).rejects.toMatchObject(refused);
  });

  it("checks with the tolerance, the provider and the time that it is given", async () => {
    const old = header(1_000_000);
    expect(webhooks.constructEvent(BODY, old, SECRET, 1e12).id).toBe("evt_1");
    const subtle = Stripe.createSubtleCryptoProvider();
    const node = Stripe.createNodeCryptoProvider();
    const at = 1_000_000_000;
    for (const provider of [subtle, node])
      expect(
        await webhooks.constructEventAsync(BODY, old, SECRET, undefined, provider, at),
      ).toHaveProperty("id", "evt_1");
    expect(webhooks.constructEvent(BODY, old, SECRET, 300, node, at).id).toBe("evt_1");
    expect(() => webhooks.constructEvent(BODY, header(), SECRET, 300, subtle)).toThrow(/synchron/);
  });

  it("signs for tests", () => {
    const made = webhooks.generateTestHeaderString({
      payload: BODY,
      secret: SECRET,
      timestamp: 1_700_000_000,
    });
    expect(made).toBe(header(1_700_000_000));
    const scheme = { payload: BODY, secret: SECRET, timestamp: 5, scheme: "v0", signature: "ab" };
    expect(webhooks.generateTestHeaderString(scheme)).toBe("t=5,v0=ab");
    expect(Stripe.webhooks.signature.verifyHeader(BODY, header(), SECRET)).toBe(true);
  });
});

describe.each(PACKAGES)("%s: pages", (_, Stripe) => {
  const list = (params?: Sdk.CustomerListParams) =>
    new Stripe("sk_test_1", { host: "127.0.0.1", port: api.port, protocol: "http" }).customers.list(
      params,
    );
  const paths = () => api.sent.map(({ url }) => url.replace("/v1/customers", ""));

  it.each<
    [string, go: (seen: (id: string) => void) => Promise<unknown>, seen: string, paths: string[]]
  >([
    [
      "for await",
      async (seen) => {
        for await (const { id } of list({ limit: 2 })) seen(id);
      },
      "12345",
      ["?limit=2", "?limit=2&starting_after=cus_2", "?limit=2&starting_after=cus_4"],
    ],
    [
      "break",
      async (seen) => {
        for await (const { id } of list({ limit: 2 })) {
          seen(id);
          if (id === "cus_2") break;
        }
      },
      "12",
      ["?limit=2"],
    ],
    [
      "autoPagingEach",
      (seen) => list({ limit: 3 }).autoPagingEach(({ id }) => seen(id)),
      "12345",
      ["?limit=3", "?limit=3&starting_after=cus_3"],
    ],
    [
      "false",
      (seen) => list({ limit: 2 }).autoPagingEach(({ id }) => (seen(id), id !== "cus_2")),
      "12",
      ["?limit=2"],
    ],
    [
      "a promise of false",
      (seen) => list({ limit: 2 }).autoPagingEach(async ({ id }) => (seen(id), id !== "cus_3")),
      "123",
      ["?limit=2", "?limit=2&starting_after=cus_2"],
    ],
    [
      "an array",
      async (seen) =>
        (await list({ limit: 2 }).autoPagingToArray({ limit: 3 })).forEach(({ id }) => seen(id)),
      "123",
      ["?limit=2", "?limit=2&starting_after=cus_2"],
    ],
    [
      "next",
      async (seen) => {
        const items = list({ limit: 4 });
        for (let item = await items.next(); !item.done; item = await items.next())
          seen(item.value.id);
      },
      "12345",
      ["?limit=4", "?limit=4&starting_after=cus_4"],
    ],
    [
      "ending_before",
      async (seen) => {
        for await (const { id } of list({ limit: 2, ending_before: "cus_5" })) seen(id);
      },
      "4321",
      ["?limit=2&ending_before=cus_5", "?limit=2&ending_before=cus_3"],
    ],
    [
      "one page",
      async (seen) => (await list({ limit: 2 })).data.forEach(({ id }) => seen(id)),
      "12",
      ["?limit=2"],
    ],
  ])("%s", async (_, go, expected, requests) => {
    let seen = "";
    await go((id) => void (seen += id.replace("cus_", "")));
    expect(seen).toBe(expected);
    expect(paths()).toEqual(requests);
  });

  it("waits for each before it goes on", async () => {
    let running = 0;
    await list({ limit: 2 }).autoPagingEach(async () => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
    });
  });

  it.each<[string, go: () => Promise<unknown>]>([
    ["the handler", () => list().autoPagingEach(() => Promise.reject(new Error("enough")))],
    ["a later page", () => list({ limit: 2, email: "missing" }).autoPagingEach(() => {})],
    [
      "no limit",
      async () => {
        const customers = list();
        await customers;
        await customers.autoPagingToArray({} as { limit: number });
      },
    ],
  ])("rejects with what goes wrong: %s", async (_, go) => {
    await expect((async () => go())()).rejects.toThrow(/enough|cannot be done|limit/);
  });
});

describe.each(PACKAGES)("%s: errors", (_, Stripe) => {
  it.each<[id: string, type: keyof typeof Sdk.errors, fields: object]>([
    [
      "missing",
      "StripeInvalidRequestError",
      { statusCode: 404, code: "resource_missing", param: "id" },
    ],
    ["declined", "StripeCardError", { statusCode: 402, decline_code: "generic_decline" }],
    ["limited", "StripeRateLimitError", { statusCode: 429 }],
    ["broken", "StripeAPIError", { statusCode: 500 }],
  ])("%s: %s", async (id, type, fields) => {
    const stripe = new Stripe("sk_test_1", { host: "127.0.0.1", port: api.port, protocol: "http" });
    const error: unknown = await stripe.customers.retrieve(id).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(Stripe.errors[type]);
    expect(error).toBeInstanceOf(Stripe.errors.StripeError);
    expect(error).toMatchObject({
      type,
      requestId: "req_1",
      message: "It cannot be done.",
      ...fields,
    });
  });

  it("tells a lost connection", async () => {
    const stripe = new Stripe("sk_test_1", {
      host: "127.0.0.1",
      port: 1,
      protocol: "http",
      maxNetworkRetries: 0,
    });
    await expect(stripe.balance.retrieve()).rejects.toBeInstanceOf(
      Stripe.errors.StripeConnectionError,
    );
  });
});

describe.each(PACKAGES)("%s: options", (_, Stripe) => {
  const connect = (config: Sdk.StripeConfig = {}) =>
    new Stripe("sk_test_1", { host: "127.0.0.1", port: api.port, protocol: "http", ...config });

  it("goes through the agent", async () => {
    const httpAgent = new Agent({ keepAlive: true });
    const stripe = connect({ httpAgent });
    await stripe.customers.create({ name: "Ada" });
    await stripe.customers.retrieve("cus_1");
    expect(Object.values(httpAgent.freeSockets).flat()).toHaveLength(1);
    httpAgent.destroy();
    expect(api.sent.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["POST", "/v1/customers", "name=Ada"],
      ["GET", "/v1/customers/cus_1", ""],
    ]);
  });

  it("refuses what it does not know", () => {
    expect(() => connect({ maxRetries: 3 } as object)).toThrow(/maxNetworkRetries/);
  });

  it("tells of requests and responses, until it is told not to", async () => {
    const stripe = connect({ stripeAccount: "acct_1" });
    const told: unknown[] = [];
    const hear = (event: object) => told.push(event);
    stripe.on("request", hear);
    stripe.once("response", hear);
    await stripe.customers.list({ limit: 1 }, { idempotencyKey: "k" });
    await stripe.balance.retrieve();
    stripe.off("request", hear);
    await stripe.balance.retrieve();
    const time: unknown = expect.any(Number);
    const sent = {
      api_version: "2024-04-10",
      account: "acct_1",
      method: "GET",
      request_start_time: time,
    };
    const listed = { path: "/v1/customers?limit=1" };
    expect(told).toEqual([
      { ...sent, ...listed, idempotency_key: "k" },
      expect.objectContaining({
        ...listed,
        api_version: "2024-04-10",
        method: "GET",
        status: 200,
        request_id: "req_1",
        elapsed: time,
        request_start_time: time,
        request_end_time: time,
      }),
      { ...sent, path: "/v1/balance" },
    ]);
  });
});

describe("ours", () => {
  const connect = (config: ConstructorParameters<typeof Ours>[1] = {}) =>
    new Ours("sk_test_1", { host: "127.0.0.1", port: api.port, protocol: "http", ...config });

  it.each<[option: object, message: string]>([
    [{ agent: 1 }, "agent: not an option of Stripe (did you mean httpAgent?)"],
    [{ max_retries: 1 }, "max_retries: not an option of Stripe (did you mean maxNetworkRetries?)"],
    [{ api_version: "x" }, "api_version: not an option of Stripe (did you mean apiVersion?)"],
    [{ requestTimeout: 1 }, "requestTimeout: not an option of Stripe (did you mean timeout?)"],
    [{ apiKey: "sk_test_2" }, "apiKey: not an option of Stripe"],
    [{ ["a(".repeat(9)]: 1 }, "a(a(a(a(a(a(a(a(a(: not an option of Stripe"],
    [{ constructor: 1 }, "constructor: not an option of Stripe"],
    [{ httpClient: {} }, "httpClient must have a method makeRequest"],
    [{ httpAgent: {} }, "httpAgent must be an agent of Node"],
    [{ appInfo: {} }, "appInfo.name is missing"],
  ])("refuses %o by name", (option, message) => {
    expect(() => connect(option)).toThrow(new TypeError(message));
  });

  const stripe = () =>
    connect() as unknown as Record<
      string,
      Record<string, (...args: unknown[]) => Promise<unknown>>
    >;
  const callback = () => {};
  it.each<[string, go: () => Promise<unknown> | undefined]>([
    ["after params", () => stripe().customers?.create?.({}, callback)],
    ["after options", () => stripe().customers?.create?.({}, { timeout: 1 }, callback)],
    ["after an id", () => stripe().customers?.retrieve?.("cus_1", callback)],
    ["alone", () => stripe().customers?.create?.(callback)],
    [
      "where there are several operations of one name",
      () => stripe().accounts?.retrieve?.("acct_1", callback),
    ],
    [
      "for an array",
      () =>
        connect()
          .customers.list()
          .autoPagingToArray(...([{ limit: 1 }, callback] as unknown as [{ limit: 1 }])),
    ],
    [
      "when all is done",
      () =>
        connect()
          .customers.list()
          .autoPagingEach(...([callback, callback] as unknown as [() => void])),
    ],
    [
      "to go on",
      () =>
        connect()
          .customers.list()
          .autoPagingEach(((_item: unknown, next: () => void) => next()) as () => void),
    ],
  ])("refuses a callback %s, with what to write", async (_, go) => {
    await expect(go()).rejects.toThrow(
      /^(Callbacks are not called: await|auto\w+ takes .* no callback)/,
    );
    expect(api.sent.filter(({ method }) => method === "POST")).toEqual([]);
  });

  it("does not take what a listener throws for a lost connection", async () => {
    const client = connect();
    const thrown = new Promise((resolve) => process.once("uncaughtException", resolve));
    client.on("request", () => {
      throw new Error("a bug");
    });
    await client.balance.retrieve();
    expect(await thrown).toHaveProperty("message", "a bug");
    expect(api.sent).toHaveLength(1);
  });

  it("names its program to Stripe", async () => {
    const seen: string[] = [];
    const appInfo = {
      name: "shop",
      version: "1.2.3",
      url: "https://shop.example",
      partner_id: "pp_1",
    };
    const client = new Ours("sk_test_1", {
      appInfo,
      fetch: async (_, init) => {
        const headers = new Headers(init?.headers);
        seen.push(
          ...["user-agent", "x-stripe-client-user-agent"].map((name) => headers.get(name) ?? ""),
        );
        return Response.json({});
      },
    });
    await client.balance.retrieve();
    expect(seen[0]).toMatch(/ shop\/1\.2\.3 \(https:\/\/shop\.example\)$/);
    expect(JSON.parse(seen[1] ?? "")).toMatchObject({ application: appInfo });
  });

  it("ends with what `next` goes through, and begins anew for each `for await`", async () => {
    const customers = connect().customers.list({ limit: 2 });
    expect((await customers.next()).value).toMatchObject({ id: "cus_1" });
    await customers.return();
    expect(await customers.next()).toEqual({ done: true, value: undefined });
    expect(await customers.autoPagingToArray({ limit: 9 })).toHaveLength(5);
    expect(Object.keys(customers)).toEqual([]);
  });

  it("says where there is no node:http", async () => {
    const { process: real } = globalThis;
    Reflect.set(globalThis, "process", undefined);
    try {
      expect(() => Ours.createNodeHttpClient()).toThrow(
        /^httpAgent, createNodeHttpClient: there is no node:http/,
      );
    } finally {
      globalThis.process = real;
    }
  });

  it("gives files and streams to a client, and takes streams from it", async () => {
    const seen: unknown[] = [];
    const inner = Ours.createFetchHttpClient(
      async () => new Response("%PDF", { headers: { "content-type": "application/pdf" } }),
    );
    const httpClient = {
      getClientName: () => "x",
      makeRequest: (...args: Parameters<typeof inner.makeRequest>) => (
        seen.push(args[5]),
        inner.makeRequest(...args)
      ),
    };
    const client = new Ours("sk_test_1", { httpClient, maxNetworkRetries: 0 });
    const pdf = await client.quotes.pdf("qt_1");
    expect(await new Response(pdf).text()).toBe("%PDF");
    await client.files
      .create({ purpose: "dispute_evidence", file: new File(["abc"], "a.txt") })
      .catch(() => {});
    expect(new TextDecoder().decode(seen[1] as Uint8Array)).toContain("abc");
  });
});
