/** Where our client says more than stripe-node does, or refuses what it takes in silence. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import Ours from "../../../generated/src/index.js";
import { type ApiServer, startApi } from "../../support/servers/api-server.js";

let api: ApiServer;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api[Symbol.asyncDispose]());

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
        /^httpAgent, createNodeHttpClient: no node:http/,
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
