/**
 * What users do with the client, as one program that runs wherever JavaScript runs. It knows nothing but the client
 * and the web's globals: whoever bundles it can carry it to any platform.
 */
import {
  constructEvent,
  constructEventAsync,
  createClient,
  CryptoProviderOnlySupportsAsyncError,
  default as Stripe,
  generateTestHeader,
  generateTestHeaderString,
  StripeAPIError,
  StripeConnectionError,
  StripeError,
  StripeInvalidRequestError,
  StripeSignatureVerificationError,
  StripeTimeoutError,
} from "../../../generated/src/index.js";
import {
  getQuotesQuotePdf,
  postCheckoutSessionsSessionExpire,
  postFiles,
} from "../../../generated/src/operations/index.js";
import { createRawClient } from "../../../generated/src/raw.js";

export interface Outcome {
  readonly check: string;
  /** What went wrong; absent when nothing did. */
  readonly failure?: string;
}

type Check = (baseUrl: string) => Promise<void>;

const options = (baseUrl: string) => ({ apiKey: "sk_test_1", baseUrl, timeout: 20_000 });
const stripeAt = (baseUrl: string) => new Stripe("sk_test_1", { baseUrl, timeout: 20_000 });

const checks: { readonly [name: string]: Check } = {
  async "an expanded response"(baseUrl) {
    const session = await stripeAt(baseUrl).checkout.sessions.expire("cs_1", {
      expand: ["customer"],
    });
    same(session.customer?.id, "cus_1");
    same(session.lastResponse.requestId, "req_1");
    same(Object.keys(session).includes("lastResponse"), false);
  },

  async "a function and its client"(baseUrl) {
    const client = createClient(options(baseUrl));
    const session = await postCheckoutSessionsSessionExpire(client, "cs_1");
    same(session.customer, "cus_1");
  },

  async "the raw client"(baseUrl) {
    const raw = createRawClient(options(baseUrl));
    const params = { path: { session: "cs_1" } };
    const { data } = await raw.POST("/v1/checkout/sessions/{session}/expire", { params, body: {} });
    same(data?.id, "cs_1");
  },

  async "an error of the API"(baseUrl) {
    const error = await errorOf(stripeAt(baseUrl).checkout.sessions.expire("cs_done"));
    same(error instanceof StripeInvalidRequestError, true);
    same(error instanceof StripeError && error instanceof Stripe.errors.StripeError, true);
    same(error instanceof StripeConnectionError, false);
    same(error instanceof StripeError && error.requestId, "req_1");
    same(String(error), "StripeInvalidRequestError: No");
  },

  async "a key that cannot be had"(baseUrl) {
    const reason = new Error("locked");
    const apiKey = () => Promise.reject<string>(reason);
    const client = createClient({ ...options(baseUrl), apiKey });
    same(await errorOf(postCheckoutSessionsSessionExpire(client, "cs_1")), reason);
  },

  async "a retry after a failure of the server"(baseUrl) {
    const session = await stripeAt(baseUrl).checkout.sessions.expire("cs_busy");
    same(session.status, "expired");
  },

  async "a retry after a broken connection"(baseUrl) {
    const session = await stripeAt(baseUrl).checkout.sessions.expire("cs_cut");
    same(session.status, "expired");
  },

  async "all pages of a list"(baseUrl) {
    const ids: string[] = [];
    for await (const { id } of stripeAt(baseUrl).checkout.sessions.list({ limit: 2 })) ids.push(id);
    same(ids.join(), "cs_1,cs_2,cs_3,cs_4,cs_5");
    const first = await stripeAt(baseUrl)
      .checkout.sessions.list({ limit: 2 })
      .autoPagingToArray({ limit: 3 });
    same(first.length, 3);
  },

  async webhooks() {
    const secret = "whsec_1";
    const payload = JSON.stringify({ id: "evt_1", object: "event", type: "customer.created" });
    const header = await generateTestHeader({ payload, secret });
    same((await constructEventAsync(payload, header, secret)).id, "evt_1");
    const bytes = new TextEncoder().encode(payload);
    same((await constructEventAsync(bytes, header, secret)).id, "evt_1");
    same((await constructEventAsync(bytes.buffer, header, secret)).id, "evt_1");
    const error = await errorOf(constructEventAsync(`${payload} `, header, secret));
    same(error instanceof StripeSignatureVerificationError, true);
  },

  /** Where there is `node:crypto`; everywhere else it must say at once that it cannot. */
  async "webhooks at once"() {
    const secret = "whsec_1";
    const payload = JSON.stringify({ id: "evt_1", object: "event", type: "customer.created" });
    const header = await generateTestHeader({ payload, secret, timestamp: 9e9 });
    if (!isNodeLike()) {
      const calls = [
        () => constructEvent(payload, header, secret),
        () => generateTestHeaderString({ payload, secret }),
        () => Stripe.createNodeCryptoProvider(),
      ];
      for (const call of calls)
        same(thrownBy(call) instanceof CryptoProviderOnlySupportsAsyncError, true);
      return;
    }
    same(constructEvent(payload, header, secret).id, "evt_1");
    same(constructEvent(new TextEncoder().encode(payload), header, secret).id, "evt_1");
    same(generateTestHeaderString({ payload, secret, timestamp: 9e9 }), header);
    const error = thrownBy(() => constructEvent(`${payload} `, header, secret));
    same(error instanceof StripeSignatureVerificationError, true);
  },

  async "the upload of a file"(baseUrl) {
    const data = new Blob([new Uint8Array(300_000)], { type: "image/png" });
    const file = await postFiles(createClient(options(baseUrl)), {
      file: { data, name: "é.png" },
      purpose: "dispute_evidence",
    });
    same([file.purpose, file.filename, file.size].join(), "dispute_evidence,é.png,300000");
  },

  async "a download that streams"(baseUrl) {
    const body = await getQuotesQuotePdf(createClient(options(baseUrl)), "qt_1");
    let bytes = 0;
    for (const reader = body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
    }
    same(bytes, 1024 * 1024);
  },

  async "a download that is given up"(baseUrl) {
    const controller = new AbortController();
    const client = createClient(options(baseUrl));
    const body = await getQuotesQuotePdf(client, "qt_1", {}, { signal: controller.signal });
    const reader = body.getReader();
    await reader.read();
    const reason = new Error("enough");
    controller.abort(reason);
    const rest = async () => {
      while (!(await reader.read()).done);
    };
    same(await errorOf(rest()), reason);
  },

  async "the caller's abort before and in the response"(baseUrl) {
    for (const id of ["cs_stall", "cs_half"]) {
      const controller = new AbortController();
      const reason = new Error("the user went away");
      setTimeout(() => controller.abort(reason), 50);
      const { signal } = controller;
      const session = stripeAt(baseUrl).checkout.sessions.retrieve(id, {}, { signal });
      same(await errorOf(session), reason);
    }
  },

  async "a timeout before and in the response"(baseUrl) {
    for (const id of ["cs_stall", "cs_half"]) {
      const options = { timeout: 100, maxNetworkRetries: 0 };
      const session = stripeAt(baseUrl).checkout.sessions.retrieve(id, {}, options);
      same((await errorOf(session)) instanceof StripeTimeoutError, true);
    }
  },

  async "no server at all"() {
    const stripe = new Stripe("sk_test_1", { baseUrl: "http://127.0.0.1:9", maxNetworkRetries: 0 });
    const error = await errorOf(stripe.checkout.sessions.expire("cs_1"));
    same(error instanceof StripeConnectionError, true);
    same(error instanceof StripeTimeoutError, false);
  },

  async "a redirect that is not followed"(baseUrl) {
    const error = await errorOf(stripeAt(baseUrl).checkout.sessions.retrieve("cs_moved"));
    same(error instanceof StripeAPIError, true);
  },

  async "a hundred calls at once"(baseUrl) {
    const stripe = stripeAt(baseUrl);
    const calls = Array.from({ length: 100 }, () => stripe.checkout.sessions.expire("cs_1"));
    for (const { id } of await Promise.all(calls)) same(id, "cs_1");
  },
};

/** Runs all checks, one after the other. Never rejects. */
export async function program(baseUrl: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [check, run] of Object.entries(checks)) {
    try {
      await run(baseUrl);
      outcomes.push({ check });
    } catch (error) {
      outcomes.push({ check, failure: describe(error) });
    }
  }
  return outcomes;
}

function describe(error: unknown): string {
  const { message, stack, cause }: { message?: string; stack?: string; cause?: unknown } =
    Object(error);
  return [message, stack, ...(cause === undefined ? [] : [describe(cause)])].join("\n");
}

function same(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${String(actual)} is not ${String(expected)}`);
}

/** Node, and what has its process. */
function isNodeLike(): boolean {
  const { process }: { process?: { getBuiltinModule?: unknown } } = Object(globalThis);
  return process?.getBuiltinModule !== undefined;
}

function thrownBy(call: () => unknown): unknown {
  try {
    return void call();
  } catch (error) {
    return error;
  }
}

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error ?? new Error("rejected with nothing"),
  );
  if (error === undefined) throw new Error("it did not fail");
  return error;
}
