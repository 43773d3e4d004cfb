import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { build } from "esbuild";
import { afterEach, describe, expect, expectTypeOf, it } from "vitest";
import { request } from "../../../../templates/runtime/call/request.js";
import * as errors from "../../../../templates/stripe/errors/index.js";
import { connect, hangUp, problem, type Server, serve } from "../../../support/servers/server.js";

const {
  StripeCardError,
  StripeConnectionError,
  StripeError,
  StripeInvalidRequestError,
  StripeTimeoutError,
} = errors;

const { generate: _, ...classes } = errors;
const named: Readonly<Record<string, unknown>> = classes;

let server: Server;
afterEach(() => server?.[Symbol.asyncDispose]());

/** The error of a call that is not repeated. */
async function failure(): Promise<unknown> {
  const client = connect(server, { maxNetworkRetries: 0 });
  return request(client, { method: "POST", path: "/v1/x", body: {} }).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
}

async function stripeFailure() {
  const error = await failure();
  if (error instanceof StripeError) return error;
  return expect.unreachable();
}

describe("the class", () => {
  it.each([
    [400, {}, "StripeInvalidRequestError"],
    [400, { code: "rate_limit" }, "StripeRateLimitError"],
    [400, { type: "idempotency_error" }, "StripeIdempotencyError"],
    [401, {}, "StripeAuthenticationError"],
    [402, { type: "card_error" }, "StripeCardError"],
    [403, {}, "StripePermissionError"],
    [404, {}, "StripeInvalidRequestError"],
    [404, { type: "idempotency_error" }, "StripeIdempotencyError"],
    [409, { type: "idempotency_error" }, "StripeAPIError"],
    [418, {}, "StripeAPIError"],
    [429, {}, "StripeRateLimitError"],
    [500, { type: "api_error" }, "StripeAPIError"],
  ])("of %i %j is %s", async (status, fields, type) => {
    server = await serve(problem(status, fields));
    const error = await stripeFailure();
    expect(error.type).toBe(type);
    expect(error.name).toBe(type);
    expect(error).toBeInstanceOf(named[type]);
    expect(error.statusCode).toBe(status);
  });

  it("of a lost connection is StripeConnectionError, with its cause", async () => {
    server = await serve(hangUp);
    const error = await stripeFailure();
    expect(error).toBeInstanceOf(StripeConnectionError);
    expect(error).not.toBeInstanceOf(StripeTimeoutError);
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(error.statusCode).toBeUndefined();
  });
});

describe("the fields", () => {
  it("are the API's, under their own names, and those of the response", async () => {
    server = await serve(
      problem(402, {
        type: "card_error",
        message: "Declined",
        code: "card_declined",
        decline_code: "do_not_honor",
        param: "source",
        payment_intent: { id: "pi_1", client_secret: "pi_1_secret_2" },
        // Names that are taken keep their meaning.
        headers: "x",
        stack: "x",
        statusCode: 1,
        toString: "x",
        __proto__: { polluted: true },
      }),
    );
    const error = await stripeFailure();
    expect(error).toMatchObject({
      message: "Declined",
      rawType: "card_error",
      code: "card_declined",
      decline_code: "do_not_honor",
      param: "source",
      payment_intent: { id: "pi_1" },
      statusCode: 402,
      requestId: "req_1",
    });
    expect(error.headers?.get("request-id")).toBe("req_1");
    expect(error.raw).toMatchObject({ headers: "x" });
    expect(String(error)).toBe("StripeCardError: Declined");
  });

  it.each([
    ["text", "<html>Bad gateway</html>", "<html>Bad gateway</html>"],
    ["nothing", "", ""],
    ["long text", "x".repeat(5000), "x".repeat(1024)],
    ["other JSON", '{"detail":"no"}', { detail: "no" }],
    ["null", "null", undefined],
    ["an error that is not an object", '{"error":"invalid_grant"}', { error: "invalid_grant" }],
    ["an empty error", '{"error":null}', { error: null }],
  ])("keep %s that is not an error of Stripe's", async (_, body, raw) => {
    server = await serve((response) =>
      response.writeHead(502, { "request-id": "req_2" }).end(body),
    );
    const error = await stripeFailure();
    expect(error).toMatchObject({ type: "StripeAPIError", statusCode: 502, requestId: "req_2" });
    expect(error.message).toBe("POST /v1/x: 502 Bad Gateway");
    expect(error.raw).toEqual(raw);
  });

  it("keep a response that should be JSON and is not", async () => {
    server = await serve((response) => response.end('{"id":"cs_'));
    const error = await stripeFailure();
    expect(error).toMatchObject({ type: "StripeAPIError", statusCode: 200, raw: '{"id":"cs_' });
  });
});

describe("secrets", () => {
  it("show neither in messages nor in what inspect and JSON make of an error", async () => {
    const secrets = ["sk_test_123", "rk_live_4eC39", "whsec_abc", "pi_1_secret_2"];
    server = await serve(
      problem(402, {
        message: `No ${secrets.join(", ")}`,
        payment_intent: { client_secret: "pi_1_secret_2" },
        source: { client_secret: "src_1_secret_2" },
      }),
    );
    const error = await stripeFailure();
    expect(error.message).toBe("No ***, rk_live_***, whsec_***, pi_1_secret_***");
    const shown = [
      inspect(error, { depth: Infinity }),
      JSON.stringify(error),
      String(error),
      error.stack,
    ].join();
    expect(shown).not.toMatch(/sk_test_1|rk_live_4|whsec_a|_secret_2/);
    expect(error.payment_intent).toEqual({ client_secret: "pi_1_secret_2" });
  });

  it("may stand in a response that holds no error: it does not show", async () => {
    server = await serve((response) => response.writeHead(500).end("<p>hidden"));
    const error = await stripeFailure();
    expect(error.raw).toBe("<p>hidden");
    expect(inspect(error) + JSON.stringify(error)).not.toContain("hidden");
  });
});

describe("the stack", () => {
  async function theCaller(): Promise<unknown> {
    return await request(connect(server, { maxNetworkRetries: 0 }), { method: "GET", path: "/" });
  }

  it("leads to the caller", async () => {
    server = await serve(problem(400), hangUp);
    for (const expected of ["StripeInvalidRequestError: No", "StripeConnectionError: "]) {
      const error = await theCaller().catch((error: Error) => error);
      const { stack = "" } = error as Error;
      expect(stack).toContain(expected);
      expect(stack).toContain("theCaller");
    }
  });
});

describe("types", () => {
  it("narrow by instanceof and in a switch", async () => {
    server = await serve(problem(402, { decline_code: "stolen_card" }));
    const error = await failure();
    if (error instanceof StripeError) {
      switch (error.type) {
        case "StripeCardError":
          expectTypeOf(error.decline_code).toEqualTypeOf<string | undefined>();
          expect(error.decline_code).toBe("stolen_card");
          break;
        case "StripeTimeoutError":
          expectTypeOf(error).toExtend<InstanceType<typeof StripeTimeoutError>>();
          break;
        default:
          expect.unreachable();
      }
    }
    if (error instanceof StripeCardError)
      expectTypeOf(error.type).toEqualTypeOf<"StripeCardError">();
    if (error instanceof StripeConnectionError)
      expectTypeOf(error.type).toEqualTypeOf<"StripeConnectionError" | "StripeTimeoutError">();
    expect.assertions(1);
  });
});

describe("instanceof", () => {
  it("holds for another copy of the classes, as ESM and CommonJS make two", async () => {
    const { outputFiles } = await build({
      entryPoints: [
        fileURLToPath(new URL("../../../../templates/stripe/errors/index.ts", import.meta.url)),
      ],
      bundle: true,
      format: "cjs",
      write: false,
    });
    const module = { exports: {} as typeof errors };
    new Function("module", outputFiles[0]?.text ?? "")(module);
    const copy = module.exports;
    expect(copy.StripeError).not.toBe(StripeError);
    const theirs = new copy.StripeTimeoutError("late");
    expect(theirs).toBeInstanceOf(StripeError);
    expect(theirs).toBeInstanceOf(StripeConnectionError);
    expect(theirs).toBeInstanceOf(StripeTimeoutError);
    expect(theirs).not.toBeInstanceOf(StripeCardError);
  });

  it("does not take other values for errors", () => {
    class Declined extends StripeCardError {}
    expect(new StripeCardError("no")).not.toBeInstanceOf(Declined);
    expect(new Declined("no")).toBeInstanceOf(Declined);
    expect(new Declined("no")).toBeInstanceOf(StripeCardError);
    for (const other of [
      new Error("no"),
      null,
      undefined,
      "text",
      {},
      Object.create(null),
      { type: "StripeCardError" },
    ])
      expect(other).not.toBeInstanceOf(StripeError);
    expect(StripeInvalidRequestError.type).toBe("StripeInvalidRequestError");
  });
});
