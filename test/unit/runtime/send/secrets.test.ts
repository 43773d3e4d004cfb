/** No secret shows in an error. What is arbitrary is tried in test/e2e/fuzz/errors.ts. */
import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { createClient } from "../../../../templates/runtime/client.js";
import { plain } from "../../../../templates/runtime/plain.js";
import { rawClient } from "../../../../templates/runtime/raw.js";
import { type Call, request } from "../../../../templates/runtime/call/request.js";
import { redact } from "../../../../templates/stripe/errors/redact.js";
import { connect, ok, type Server, serve } from "../../../support/servers/server.js";

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

const call: Call = { method: "POST", path: "/v1/x", body: {} };
const failure = (calling: Promise<unknown>) =>
  calling.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

it.each([
  ["No such key: sk_live_4eC39HqLyjWDarjtT1zdp7dc", "No such key: sk_live_***"],
  ["sk_test_1, rk_live_2, ek_test_3", "sk_test_***, rk_live_***, ek_test_***"],
  ["sk_4eC39 rk_1 ek_2 whsec_aB/c+d", "sk_*** rk_*** ek_*** whsec_***"],
  ["Bearer%20sk_live_4eC39 (KEY_sk_live_1)", "Bearer%20sk_live_*** (KEY_sk_live_***)"],
  ["**sk_live_1**", "**sk_live_*****"],
  ["'pi_1_secret_aB3' seti_1_secret_9", "'pi_1_secret_***' seti_1_secret_***"],
  // What Stripe writes itself.
  ["Invalid API Key provided: sk_test_*********1234", null],
  ["A secret_key_required, client_secret_required: risk_level, task_id, pk_live_1", null],
])("%s is shown as it should be", (text, shown) => {
  expect(redact(text)).toBe(shown ?? text);
});

describe("a header that cannot be sent", () => {
  const bad = "s3cret-value\nX-Injected: 1";

  it.each<[string, object]>([
    ["X-Trace", { headers: { "X-Trace": bad } }],
    ["authorization", { headers: { authorization: `Bearer ${bad}` } }],
    ["headers", { headers: { "X Trace s3cret-value": "1" } }],
    ["headers", { headers: { "": "s3cret-value" } }],
    ["idempotencyKey", { idempotencyKey: bad }],
    ["idempotencyKey", { idempotencyKey: "s3cret-value\u2026" }],
    ["stripe-account", { stripeAccount: bad }],
  ])("is refused by its name alone: %s", async (name, options) => {
    server = await serve(ok({}));
    const clients = [
      connect(server),
      createClient(plain({}, { idempotencyHeader: "X-Once" }), server.url, {}),
    ];
    const raw = rawClient<Record<string, never>>(connect(server) as never, () => ({}));
    const post = raw.POST as unknown as (path: string, init: object) => Promise<unknown>;
    const errors = [
      ...(name === "stripe-account" ? [] : [await failure(request(clients[1]!, call, options))]),
      await failure(request(clients[0]!, call, options)),
      await failure(post("/v1/x", { body: {}, ...options })),
    ];
    for (const error of errors) {
      expect(error).toEqual(
        new TypeError(`${name}: what is given is not a header that can be sent`),
      );
      expect(inspect(error, { showHidden: true, depth: Infinity })).not.toContain("s3cret");
    }
    expect(server.received).toHaveLength(0);
  });
});

describe("a baseUrl", () => {
  it.each([
    "https://ada:s3cret@api.example.com",
    "https://s3cret@api.example.com/base",
    "https://api.example.com?key=s3cret",
    "https://api.example.com/base#s3cret",
    "ftp://api.example.com",
    "javascript:s3cret",
    "file:///s3cret",
    "api.example.com/s3cret",
    "https:\\\\ada:s3cret\\api.example.com",
    "//ada:s3cret@api.example.com",
    " https://api.example.com/s3cret",
  ])("is refused when it is %s, without quoting it", async (baseUrl) => {
    server = await serve(ok({}));
    const error = await failure(sent({ baseUrl }));
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toHaveProperty("message", expect.stringMatching(/^baseUrl must be/));
    expect(inspect(error)).not.toContain("s3cret");
  });

  it.each(["", "/base", "/base/", "//proxy.example", "HTTPS://api.example.com/a%20b/"])(
    "may be %j",
    async (baseUrl) => {
      server = await serve(ok({}));
      let asked = "";
      const fetch = async (url: unknown) => {
        asked = String(url);
        return Response.json({});
      };
      await request(connect(server, { baseUrl, fetch }), call);
      expect(asked).toBe(`${baseUrl.replace(/\/$/, "")}/v1/x`);
    },
  );

  it("as a host is refused too", async () => {
    server = await serve(ok({}));
    const options = { baseUrl: undefined, host: "ada:s3cret@evil.example" };
    expect(await failure(sent(options))).toBeInstanceOf(TypeError);
  });

  /** It is refused as soon as the client is made. */
  async function sent(options: Parameters<typeof connect>[1]): Promise<unknown> {
    return request(connect(server, options), call);
  }
});

it("a cause without a secret keeps its class, its message and its code; what hangs on it is left out", async () => {
  server = await serve(ok({}));
  class ProxyError extends Error {}
  const theirs = Object.assign(new ProxyError("refused"), {
    code: "EPROXY",
    config: { headers: { authorization: "Bearer sk_test_123" } },
  });
  const options = { maxNetworkRetries: 0, fetch: () => Promise.reject(theirs) };
  const { cause } = (await failure(request(connect(server, options), call))) as Error;
  expect(cause).toBeInstanceOf(ProxyError);
  expect(cause).toMatchObject({ message: "refused", code: "EPROXY", stack: theirs.stack });
  expect(cause).not.toHaveProperty("config");
});
