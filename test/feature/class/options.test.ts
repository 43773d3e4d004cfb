/** Options where a method has its params, by callers that no compiler holds back. */
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import Stripe from "../../../generated/src/index.js";
import { loadStripe, operationsOf } from "../../support/stripe-document.js";
import { startRecorder } from "../../support/servers/recorder.js";

/** Of a request: the client's own, and what stripe-node@15.12.0 and 23.1.0 look for in the place of params. */
const OPTIONS = [
  ..."apiKey apiVersion headers idempotencyKey maxNetworkRetries signal stripeAccount".split(" "),
  ..."stripeContext timeout host apiBase authenticator additionalHeaders streaming".split(" "),
];

const recorder = await startRecorder();
afterAll(() => recorder[Symbol.asyncDispose]());
beforeEach(() => {
  recorder.take();
});
const stripe = new Stripe("sk_test_ours", { baseUrl: recorder.url, maxNetworkRetries: 0 });

/** As a caller without types does it. */
function call(method: unknown, ...args: readonly unknown[]): unknown {
  return Reflect.apply(method as () => unknown, undefined, args);
}
const { create, del, list, retrieve } = stripe.customers;

it("no parameter of the API is called like an option", async () => {
  const names = operationsOf(await loadStripe()).flatMap(({ params, pathParams }) => [
    ...pathParams,
    ...Object.keys(Object(params).properties ?? {}),
  ]);
  expect(names.length).toBeGreaterThan(2_000);
  expect(names.filter((name) => OPTIONS.includes(name))).toEqual([]);
});

describe("are options", () => {
  it.each<[method: unknown, args: readonly unknown[], header: string, value: string]>([
    [create, [{ idempotencyKey: "k" }], "idempotency-key", "k"],
    [create, [{ stripeAccount: "acct_1", timeout: 1e4 }], "stripe-account", "acct_1"],
    [create, [{ stripeContext: "acct_2" }], "stripe-context", "acct_2"],
    [create, [{ apiKey: "sk_test_2" }], "authorization", "Bearer sk_test_2"],
    [create, [{ stripeAccount: "acct_1" }, undefined], "stripe-account", "acct_1"],
    [create, [undefined, { headers: { "x-a": "1" } }], "x-a", "1"],
    [create, [null, { headers: { "x-a": "1" } }], "x-a", "1"],
    [retrieve, ["cus_1", { apiVersion: "2020-08-27" }], "stripe-version", "2020-08-27"],
    [del, ["cus_1", { stripeAccount: "acct_1" }], "stripe-account", "acct_1"],
    [del, ["cus_1", {}, { stripeAccount: "acct_1" }], "stripe-account", "acct_1"],
    [list, [{ stripeAccount: "acct_1" }], "stripe-account", "acct_1"],
  ])("%#: %s with %j", async (method, args, header, value) => {
    await call(method, ...args);
    const [request] = recorder.take();
    expect(request?.headers[header]).toBe(value);
    expect(`${request?.query}${request?.body}`).toBe("");
  });

  it("but not what they inherit", async () => {
    const inherited = { headers: { authorization: "Bearer sk_test_evil" } };
    await call(create, Object.assign(Object.create(inherited), { stripeAccount: "acct_1" }));
    expect(recorder.take()[0]?.headers).toMatchObject({
      authorization: "Bearer sk_test_ours",
      "stripe-account": "acct_1",
    });
  });
});

describe("are refused, and nothing is sent", () => {
  const evil = { authorization: "Bearer sk_test_evil" };
  it.each<[method: unknown, args: readonly unknown[], name: string]>([
    [create, [{ email: "a@b.c", idempotencyKey: "k" }], "idempotencyKey"],
    [create, [{ email: "a@b.c", stripeAccount: undefined }], "stripeAccount"],
    [create, [{ email: "a@b.c", apiKey: "sk_test_evil" }, { timeout: 1 }], "apiKey"],
    [create, [{ headers: evil }], "headers"],
    [create, [{ headers: evil, stripeAccount: "acct_1" }], "headers"],
    [create, [{ signal: AbortSignal.abort() }], "signal"],
    [create, [{ stripeAccount: "acct_1" }, { timeout: 1 }], "stripeAccount"],
    [create, [JSON.parse('{"__proto__":{"headers":{}},"timeout":1}')], "timeout"],
    [retrieve, ["cus_1", { expand: [], timeout: 1 }], "timeout"],
    [del, ["cus_1", { a: 1, timeout: 1 }], "timeout"],
    [list, [{ limit: 1, apiKey: "sk_test_evil" }], "apiKey"],
    [create, [{ email: "a@b.c" }, { metadata: {} }], "metadata"],
    [create, [{ email: "a@b.c" }, { host: "evil.test" }], "host"],
    [create, [{ email: "a@b.c" }, "sk_test_evil"], "options"],
    [create, ["sk_test_evil"], "params"],
    [create, [[{ email: "a@b.c" }]], "params"],
    [create, [new Map([["email", "a@b.c"]])], "params"],
    [create, [() => {}], "Callbacks are not called"],
    [list, ["sk_test_evil"], "params"],
    [list, [[1]], "params"],
    [create, [{}, {}, {}], "The method takes fewer arguments"],
  ])("%#: %s with %j", async (method, args, name) => {
    const refused: unknown = await Promise.resolve(call(method, ...args)).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(TypeError);
    expect(String(refused)).toMatch(RegExp(`^TypeError: ${name}`));
    expect(String(refused)).not.toContain("evil");
    expect(recorder.take()).toEqual([]);
  });
});

it("params may be an instance of a class, and have any names", async () => {
  class Customer {
    email = "a@b.c";
    metadata = JSON.parse('{"__proto__":"x"}') as unknown;
  }
  await call(create, new Customer());
  expect(`${recorder.take()[0]?.body}`).toBe("email=a%40b.c&metadata[__proto__]=x");
});

it("what comes where there are no params is told to the API", async () => {
  await call(stripe.customers.deleteDiscount, "cus_1", { a: 1 });
  expect(recorder.take()[0]?.query).toBe("?a=1");
});
