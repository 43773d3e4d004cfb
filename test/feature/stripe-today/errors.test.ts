/** Errors of the second version: their classes are those of stripe@23.1.0. */
import { Stripe as Sdk } from "stripe-latest";
import { describe, expect, it } from "vitest";
import { ok, serve } from "../../support/servers/server.js";
import { makeToday } from "./client.js";

const made = await makeToday();
const { default: Stripe } = made.today;

const TYPES = [
  ..."already_canceled blocked_by_stripe cannot_proceed capability_not_enabled".split(" "),
  ..."controlled_by_alternate_resource feature_not_enabled financial_account_not_open".split(" "),
  ..."fx_quote_needs_refresh insufficient_funds invalid_payment_method invalid_payout_method".split(
    " ",
  ),
  ..."invalid_vaulted_credential not_cancelable quota_exceeded rate_limit".split(" "),
  ..."recipient_not_notifiable temporary_session_expired verification_attempt_failed".split(" "),
  ..."verification_expired verification_not_initiated idempotency_error unheard_of toString".split(
    " ",
  ),
];

const STATUSES = [400, 401, 402, 403, 404, 409, 429, 500];

/** The error of a call that fails in this way, by each of the two. */
async function both(status: number, error: object) {
  const response = ok({ error }, status, { "request-id": "req_9", "stripe-should-retry": "false" });
  await using server = await serve(response, response);
  const { url } = server;
  const port = Number(new URL(url).port);
  const theirs = new Sdk("sk_test_1", {
    host: "127.0.0.1",
    port,
    protocol: "http",
    maxNetworkRetries: 0,
  });
  const ours = new Stripe("sk_test_1", { baseUrl: url, maxNetworkRetries: 0 });
  return [
    await theirs.v2.core.accounts.retrieve("acct_1").catch((problem: unknown) => problem),
    await ours.v2["core"]!["accounts"]!["retrieve"]!("acct_1").catch((problem: unknown) => problem),
  ].map((problem) => {
    const {
      type,
      rawType,
      code,
      message,
      userMessage,
      user_message,
      statusCode,
      requestId,
      param,
    } = Object(problem);
    return {
      type,
      rawType,
      code,
      message,
      userMessage,
      user_message,
      statusCode,
      requestId,
      param,
    };
  });
}

describe("have the class that stripe@23.1.0 gives them", () => {
  it.each(TYPES)("%s, whatever the status", async (type) => {
    for (const status of STATUSES) {
      const error = { type, code: "some_code", message: "No.", user_message: "Sorry." };
      const [theirs, ours] = await both(status, error);
      expect(ours).toEqual(theirs);
    }
  });

  it.each([
    [400, { code: "invalid_fields", message: "No." }],
    [401, { code: "unauthorized", message: "No." }],
    [404, { code: "not_found", message: "No.", type: "invalid_request_error", param: "id" }],
    [409, { code: "invalid_fields", message: "No." }],
    [429, { code: "account_rate_limit_exceeded", message: "Slow." }],
    [500, { code: "internal_error", message: "Oh." }],
  ])("%i %j", async (status, error) => {
    const [theirs, ours] = await both(status, error);
    expect(ours).toEqual(theirs);
  });
});

it("are told apart by class and by name, and show what users may read", async () => {
  const body = {
    error: { type: "not_cancelable", code: "x", message: "No.", user_message: "Sorry." },
  };
  await using server = await serve(ok(body, 400));
  const stripe = new Stripe("sk_test_1", { baseUrl: server.url, maxNetworkRetries: 0 });
  const error: unknown = await stripe.v2["core"]!["accounts"]!["close"]!("a").catch(
    (problem) => problem,
  );
  expect(error).toBeInstanceOf(stripe.errors["NotCancelableError"]);
  expect(error).toBeInstanceOf(stripe.errors["StripeError"]);
  expect(error).not.toBeInstanceOf(stripe.errors["RateLimitError"]);
  expect(error).toMatchObject({ name: "NotCancelableError", userMessage: "Sorry." });
});

it("of the first version stay as they are", async () => {
  await using server = await serve(ok({ error: { type: "rate_limit", message: "No." } }, 400));
  const stripe = new Stripe("sk_test_1", { baseUrl: server.url, maxNetworkRetries: 0 });
  const error: unknown = await stripe.customers["retrieve"]!("c").catch((problem) => problem);
  expect(error).toMatchObject({ type: "StripeInvalidRequestError" });
});
