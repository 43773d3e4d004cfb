import { afterEach, describe, expect, it } from "vitest";
import { type Call, request } from "../../../../templates/runtime/call/request.js";
import { backoff } from "../../../../templates/runtime/send/retry.js";
import { raw } from "../../../../templates/runtime/encode/body.js";
import { rawClient } from "../../../../templates/runtime/raw.js";
import { retry } from "../../../../templates/stripe/retry.js";
import { toError } from "../../../../templates/stripe/errors/from-failure.js";
import {
  connect,
  hangUp,
  ok,
  problem,
  type Server,
  serve,
} from "../../../support/servers/server.js";

const post: Call = { method: "POST", path: "/v1/x", body: { a: 1 } };

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

describe("a failed request", () => {
  it.each([
    ["a lost connection", hangUp],
    [
      "a truncated response",
      (response: import("node:http").ServerResponse) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("{", () => response.destroy());
      },
    ],
    ["a conflict", problem(409)],
    ["a lock", problem(429, { code: "lock_timeout" })],
    ["a failure of the API", problem(500)],
    ["Stripe's advice", problem(400, {}, { "stripe-should-retry": "true" })],
    ["a failure of the API with no advice", problem(500, {}, { "stripe-should-retry": "maybe" })],
  ])("is sent again after %s, the same to the byte", async (_, fault) => {
    server = await serve(fault, fault, ok({ id: "x" }));
    expect(await request(connect(server), post)).toEqual({ id: "x" });
    const [first, ...others] = server.received;
    expect(others).toHaveLength(2);
    for (const other of others) expect(other).toEqual(first);
    expect(first?.headers).toHaveProperty("idempotency-key");
  });

  it.each([
    ["a wrong request", problem(400)],
    ["a declined card", problem(402)],
    ["too many requests", problem(429)],
    ["a response that is not JSON", ok],
    ["Stripe's advice", problem(500, {}, { "stripe-should-retry": "false" })],
    ["a redirect", problem(307, {}, { location: "/elsewhere" })],
  ])("is not sent again after %s", async (_, fault) => {
    server = await serve(
      fault === ok ? (response) => response.end("<html>") : (fault as ReturnType<typeof ok>),
    );
    await expect(request(connect(server), post)).rejects.toThrow();
    expect(server.received).toHaveLength(1);
  });

  it("is sent again twice, or as often as the caller says", async () => {
    server = await serve(problem(500));
    const count = async (options: object, perCall: object) => {
      const before = server.received.length;
      await expect(request(connect(server, options), post, perCall)).rejects.toThrow("No");
      return server.received.length - before;
    };
    expect(await count({}, {})).toBe(3);
    expect(await count({ maxNetworkRetries: 0 }, {})).toBe(1);
    expect(await count({ maxNetworkRetries: 0 }, { maxNetworkRetries: 4 })).toBe(5);
  });

  it("is not sent again when it could act twice: without a key, or with a body that is gone", async () => {
    server = await serve(problem(500));
    const client = connect(server);
    await expect(request(client, post, { headers: { "Idempotency-Key": null } })).rejects.toThrow(
      "No",
    );
    async function* once() {
      yield new TextEncoder().encode("once");
    }
    const upload: Call = { ...post, body: once(), encode: raw("application/octet-stream") };
    await expect(request(client, upload)).rejects.toThrow("No");
    expect(server.received.map(({ body }) => String(body))).toEqual(["a=1", "once"]);
  });

  it.each<[string, object]>([
    ["no key", {}],
    ["an empty key", { idempotencyKey: "" }],
    ["a key of spaces", { idempotencyKey: " \t" }],
    ["null", { idempotencyKey: null }],
    ["an empty header", { headers: { "Idempotency-Key": "" } }],
    ["an empty header, as Headers", { headers: new Headers({ "idempotency-key": " " }) }],
  ])("has a key of its own with %s", async (_, options) => {
    server = await serve(problem(500), ok({}));
    const raw = rawClient<Record<string, never>>(connect(server) as never, () => ({}));
    const send = raw.POST as unknown as (path: string, init: object) => Promise<unknown>;
    await request(connect(server), post, options);
    await send("/v1/x", { body: {}, ...options });
    const keys = server.received.map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(key).toMatch(/^[\da-f-]{36}$/);
    expect(keys[0]).toBe(keys[1]);
  });

  it.each<[string, object]>([
    ["idempotencyKey", { idempotencyKey: "mine" }],
    [
      "idempotencyKey, beside an empty header",
      { idempotencyKey: "mine", headers: { "idempotency-key": "" } },
    ],
    ["a header", { headers: { "IDEMPOTENCY-KEY": "mine" } }],
    [
      "a header, which overrides",
      { idempotencyKey: "other", headers: { "Idempotency-Key": "mine" } },
    ],
  ])("has the caller's key, given as %s", async (_, options) => {
    server = await serve(problem(500), ok({}));
    await request(connect(server), post, options);
    expect(server.received.map(({ headers }) => headers["idempotency-key"])).toEqual([
      "mine",
      "mine",
    ]);
  });

  it("has another key in another call", async () => {
    server = await serve(ok({}));
    const client = connect(server);
    await Promise.all(Array.from({ length: 20 }, () => request(client, post)));
    expect(
      new Set(server.received.map(({ headers }) => headers["idempotency-key"])),
    ).toHaveProperty("size", 20);
  });
});

describe("the delay", () => {
  const delays = (retries: number, headers?: Headers) =>
    Array.from({ length: 200 }, () => backoff(retries, headers));

  it.each([
    [0, 250, 500],
    [1, 500, 1000],
    [3, 2000, 4000],
    [4, 2500, 5000],
    [50, 2500, 5000],
  ])("after %i retries is between %i and %i ms", (retries, least, most) => {
    const all = delays(retries);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...all)).toBeLessThanOrEqual(most);
    expect(new Set(all).size).toBeGreaterThan(100);
  });

  it("is what Retry-After asks for, up to a minute", () => {
    expect(backoff(0, new Headers({ "retry-after": "7" }))).toBe(7000);
    expect(backoff(0, new Headers({ "retry-after": "60" }))).toBe(60_000);
    for (const ignored of ["61", "0", "-5", "NaN", "Infinity", "soon", ""])
      expect(backoff(0, new Headers({ "retry-after": ignored }))).toBeLessThanOrEqual(500);
    const date = new Date(Date.now() + 30_000).toUTCString();
    expect(backoff(0, new Headers({ "retry-after": date }))).toBeGreaterThan(20_000);
  });

  it("is taken from the response", () => {
    const response = new Response("", { status: 503, headers: { "retry-after": "9" } });
    const where = { method: "GET", path: "/", host: "api.stripe.com" } as const;
    expect(retry(toError({ response, body: undefined }, where), 0)).toBe(9000);
  });
});
