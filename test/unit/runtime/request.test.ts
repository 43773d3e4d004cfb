/** What a call sends, and what it gives. */
import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import type { Middleware } from "../../../templates/runtime/client.js";
import { type Call, request, type Result } from "../../../templates/runtime/call/request.js";
import { connect, ok, type Server, serve } from "../../support/servers/server.js";

interface Session {
  id: string;
}

const expire: Call = {
  method: "POST",
  path: "/v1/checkout/sessions/{session}/expire",
  pathParams: { session: "cs_1" },
  body: { expand: ["customer"] },
};

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

describe("the request", () => {
  it("carries method, path, form body and Stripe's headers", async () => {
    server = await serve(ok({ id: "cs_1" }));
    await request(connect(server), expire);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      method: "POST",
      url: "/v1/checkout/sessions/cs_1/expire",
      headers: {
        authorization: "Bearer sk_test_123",
        "content-type": "application/x-www-form-urlencoded",
        "content-length": "18",
        "idempotency-key": expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        "stripe-version": "2024-04-10",
        "user-agent": "unfold/0.0.0",
      },
      body: Buffer.from("expand[0]=customer"),
    });
    expect(server.received[0]?.headers).not.toHaveProperty("stripe-account");
  });

  it("has an empty form without parameters", async () => {
    server = await serve(ok({}));
    await request(connect(server), { ...expire, body: undefined });
    expect(server.received[0]?.headers).toMatchObject({
      "content-type": "application/x-www-form-urlencoded",
      "content-length": "0",
    });
  });

  it("puts the parameters of GET and DELETE in the query, without an idempotency key", async () => {
    server = await serve(ok({}));
    const client = connect(server);
    for (const method of ["GET", "DELETE"] as const)
      await request(client, { method, path: "/v1/x", query: { a: { b: ["c d"] }, e: undefined } });
    for (const { url, headers, body } of server.received) {
      expect(url).toBe("/v1/x?a[b][0]=c%20d");
      expect(headers).not.toHaveProperty("idempotency-key");
      expect(headers).not.toHaveProperty("content-type");
      expect(body).toHaveLength(0);
    }
  });

  it("has no question mark without parameters", async () => {
    server = await serve(ok({}));
    await request(connect(server), { method: "GET", path: "/v1/x", query: undefined });
    expect(server.received[0]?.url).toBe("/v1/x");
  });

  it("takes options of the client, and of one request before them", async () => {
    server = await serve(ok({}));
    const client = connect(server, {
      apiVersion: "2020-01-01",
      stripeAccount: "acct_1",
      stripeContext: "ctx_1",
      appInfo: { name: "Shop", version: "1.2", url: "https://shop.example" },
    });
    await request(client, expire);
    await request(client, expire, {
      apiKey: "sk_test_other",
      apiVersion: "2021-01-01",
      stripeAccount: "acct_2",
      stripeContext: "ctx_2",
      idempotencyKey: "mine",
    });
    expect(server.received.map(({ headers }) => headers)).toMatchObject([
      {
        "stripe-version": "2020-01-01",
        "stripe-account": "acct_1",
        "stripe-context": "ctx_1",
        "user-agent": "unfold/0.0.0 Shop/1.2 (https://shop.example)",
      },
      {
        authorization: "Bearer sk_test_other",
        "stripe-version": "2021-01-01",
        "stripe-account": "acct_2",
        "stripe-context": "ctx_2",
        "idempotency-key": "mine",
      },
    ]);
  });

  it("lets the caller's headers win, in any case; null takes one away", async () => {
    server = await serve(ok({}));
    const client = connect(server);
    const first = await request<Result<Session>>(client, expire, {
      headers: {
        "STRIPE-version": "x",
        "idempotency-KEY": "y",
        Authorization: null,
        "X-More": "z",
        none: undefined,
      },
    });
    await request(client, expire, { headers: new Headers({ "User-Agent": "me" }) });
    const [one, two] = server.received;
    expect(one?.headers).toMatchObject({
      "stripe-version": "x",
      "idempotency-key": "y",
      "x-more": "z",
    });
    expect(one?.headers).not.toHaveProperty("authorization");
    expect(one?.headers).not.toHaveProperty("none");
    expect(first.lastResponse.idempotencyKey).toBe("y");
    expect(two?.headers["user-agent"]).toBe("me");
  });

  it("goes to the operation's own server, and baseUrl stands for all of them", async () => {
    server = await serve(ok({}));
    const { port } = new URL(server.url);
    const call: Call = { method: "GET", path: "/v1/files", server: "https://files.stripe.com" };
    await request(connect(server, { baseUrl: `${server.url}/proxy/` }), call);
    await request(
      connect(server, { baseUrl: undefined, host: "127.0.0.1", port, protocol: "http" }),
      call,
    );
    await request(connect(server, { baseUrl: undefined }), {
      ...call,
      server: `${server.url}/own`,
    });
    expect(server.received.map(({ url }) => url)).toEqual([
      "/proxy/v1/files",
      "/v1/files",
      "/own/v1/files",
    ]);
  });

  it.each([
    [
      { body: { line_items: [{ quantity: NaN }] } },
      "line_items[0].quantity: NaN is not a number that can be sent",
    ],
    [{ query: { a: () => 1 } }, "a: [object Function] is not a value that can be sent"],
    [{ pathParams: { session: ".." } }, 'session: ".." is not a value that can be sent'],
    [{ pathParams: {} }, 'session: "" is not a value that can be sent'],
  ])("is not sent with bad values: %o", async (bad, message) => {
    server = await serve(ok({}));
    const error: unknown = await request(connect(server), { ...expire, ...bad }).catch(
      (error: unknown) => error,
    );
    expect(error).toEqual(new TypeError(message));
    expect(server.received).toHaveLength(0);
  });

  it.each(["", "sk_test_1\n", "sk_test_„“"])(
    "is not sent with the key %j, which no error shows",
    async (apiKey) => {
      server = await serve(ok({}));
      const error: unknown = await request(connect(server, { apiKey }), expire).catch(
        (error: unknown) => error,
      );
      expect(error).toEqual(new TypeError("apiKey: such a key is not a value that can be sent"));
      expect(server.received).toHaveLength(0);
    },
  );
});

describe("the key", () => {
  it("may come from a function, asked once for each call", async () => {
    server = await serve(ok({}, 500), ok({}));
    let asked = 0;
    const client = connect(server, { apiKey: async () => `sk_test_${++asked}` });
    await request(client, expire);
    await request(client, expire);
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer sk_test_1",
      "Bearer sk_test_1",
      "Bearer sk_test_2",
    ]);
  });

  it("may fail to come: the caller gets the function's own error", async () => {
    server = await serve(ok({}));
    const refused = new Error("vault closed");
    const client = connect(server, { apiKey: () => Promise.reject(refused) });
    await expect(request(client, expire)).rejects.toBe(refused);
    expect(server.received).toHaveLength(0);
  });

  it("does not show in the client", async () => {
    server = await serve(ok({}));
    const client = connect(server);
    expect(inspect(client, { depth: Infinity, showHidden: true })).not.toContain("sk_test");
    expect(JSON.stringify(client)).not.toContain("sk_test");
  });

  it("belongs to one client: several share nothing", async () => {
    server = await serve(ok({}));
    const clients = ["a", "b"].map((name) => connect(server, { apiKey: `sk_test_${name}` }));
    await Promise.all(clients.map((client) => request(client, expire)));
    expect(server.received.map(({ headers }) => headers.authorization).sort()).toEqual([
      "Bearer sk_test_a",
      "Bearer sk_test_b",
    ]);
  });
});

describe("the response", () => {
  it("is the plain object; lastResponse does not show", async () => {
    server = await serve(ok({ id: "cs_1" }));
    const session = await request<Result<Session>>(connect(server), expire);
    expect(session).toEqual({ id: "cs_1" });
    expect(Object.keys(session)).toEqual(["id"]);
    const { status, headers, requestId, idempotencyKey } = session.lastResponse;
    expect({ status, requestId }).toEqual({ status: 200, requestId: "req_1" });
    expect(headers.get("content-type")).toBe("application/json");
    expect(idempotencyKey).toBe(server.received[0]?.headers["idempotency-key"]);
  });

  it("may be large", async () => {
    const large = { text: "ü".repeat(5_000_000) };
    server = await serve(ok(large));
    const response = await request<typeof large>(connect(server), { method: "GET", path: "/" });
    expect(response.text === large.text).toBe(true);
  });
});

describe("middleware", () => {
  it("sees each attempt with its path template and parameters, and may change it", async () => {
    server = await serve(ok({}, 500), ok({ id: "cs_1" }));
    const seen: unknown[] = [];
    const middleware: Middleware = {
      onRequest({ request, schemaPath, params }) {
        seen.push([request.method, schemaPath, params.path, params.query]);
        request.headers.set("X-Trace", String(seen.length));
      },
      onResponse({ response }) {
        seen.push(response.status);
      },
    };
    const client = connect(server, { middleware: [middleware] });
    await request(client, { ...expire, query: { a: 1 } });
    const each = ["POST", expire.path, { session: "cs_1" }, { a: 1 }];
    expect(seen).toEqual([each, 500, each, 200]);
    expect(
      server.received.map(({ headers, url, body }) => [headers["x-trace"], url, String(body)]),
    ).toEqual([
      ["1", "/v1/checkout/sessions/cs_1/expire?a=1", "expand[0]=customer"],
      ["3", "/v1/checkout/sessions/cs_1/expire?a=1", "expand[0]=customer"],
    ]);
  });

  it("may return itself", async () => {
    server = await serve(ok({}));
    const client = connect(server, {
      middleware: [{ onRequest: () => Response.json({ id: "cached" }) }],
    });
    expect(await request(client, expire)).toEqual({ id: "cached" });
    expect(server.received).toHaveLength(0);
  });

  it.each<[string, (error: Error) => Middleware]>([
    ["before the request", (error) => ({ onRequest: () => Promise.reject(error) })],
    ["after the response", (error) => ({ onResponse: () => Promise.reject(error) })],
  ])("may throw %s: the caller gets its error, and nothing is repeated", async (_, make) => {
    server = await serve(ok({}));
    const error = new TypeError("my own bug");
    const client = connect(server, { middleware: [make(error)] });
    await expect(request(client, expire)).rejects.toBe(error);
    expect(server.received.length).toBeLessThan(2);
  });
});

describe("onAttempt", () => {
  it("is told about each attempt, and when the next one follows", async () => {
    server = await serve(ok({}, 503), ok({}));
    const seen: unknown[] = [];
    const client = connect(server, {
      onAttempt: ({ call, retries, error, retryIn }) =>
        seen.push([call.path, retries, error?.name, retryIn]),
    });
    await request(client, expire);
    expect(seen).toEqual([
      [expire.path, 0, "StripeAPIError", 0],
      [expire.path, 1, undefined, undefined],
    ]);
  });
});
