/** Whatever servers, networks and callers do, a call ends in its result or in an error of ours, which shows no secret. */
import { inspect } from "node:util";
import * as fc from "fast-check";
import { createClient } from "../../templates/runtime/client.js";
import { ApiError, ConnectionError } from "../../templates/runtime/errors/index.js";
import { plain, type PlainOptions } from "../../templates/runtime/plain.js";
import { type Call, request } from "../../templates/runtime/request.js";
import { apiKey, basic, bearer } from "../../templates/runtime/security.js";
import type { Fetch } from "../../templates/runtime/transport.js";
import { percentEncode } from "../../templates/runtime/value.js";
import type { StripeOptions } from "../../templates/stripe/dialect.js";
import { StripeError } from "../../templates/stripe/errors/index.js";
import { list, search } from "../../templates/stripe/pages.js";
import { connect, type Server, serve } from "../runtime/server.js";

/** @returns failures, each with its counterexample and the seed that finds it again */
export async function fuzz(seed: number, runs: number): Promise<readonly string[]> {
  const failures: string[] = [];
  let response: Reply = { status: 200, reason: "", headers: {}, body: Buffer.alloc(0) };
  await using server = await serve((out) => {
    out.writeHead(response.status, response.reason, { ...response.headers });
    out.end(response.body);
  });
  const properties: readonly fc.IAsyncProperty<never>[] = [
    fc.asyncProperty(replies, kinds, async (reply, kind) => {
      response = reply;
      await endsWell(server, reply, kind);
    }) as never,
    fc.asyncProperty(secrets, leaks, async (secret, leak) => {
      response = replyWith(secret, leak);
      await showsNothing(server, secret, leak);
    }) as never,
  ];
  for (const property of properties) {
    const details = await fc.check(property, { seed, numRuns: runs });
    if (details.failed)
      failures.push(`${fc.defaultReportMessage(details)}\n${details.errorInstance}`);
  }
  return failures;
}

interface Reply {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom("", "constructor", "__proto__", "lock_timeout", "rate_limit", "card_error"),
);
const record = <T extends Record<string, fc.Arbitrary<unknown>>>(model: T) =>
  fc.record(model, { requiredKeys: [] });
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.record({
    error: fc.oneof(odd, record({ type: odd, code: odd, message: odd, param: odd, headers: odd })),
  }),
  record({ data: fc.oneof(odd, fc.array(odd)), has_more: odd, next_page: odd, lastResponse: odd }),
  fc.array(record({ id: odd }), { maxLength: 3 }).map((data) => ({ data, has_more: false })),
);
const bodies = fc.oneof(
  { weight: 3, arbitrary: json.map((value) => Buffer.from(JSON.stringify(value))) },
  fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom("", "<html>Bad gateway", '{"id":', "[".repeat(20_000))
    .map((text) => Buffer.from(text)),
);
const replies: fc.Arbitrary<Reply> = fc.record({
  // To fetch itself, 407 is a network error, and 421 a reason to ask again over another connection.
  status: fc
    .oneof(fc.integer({ min: 200, max: 599 }), fc.constantFrom(200, 204, 400, 409, 429, 503))
    .filter((status) => status !== 407 && status !== 421),
  reason: fc.constantFrom("", "Odd"),
  headers: record({
    "content-type": fc.constantFrom("application/json", "text/html", "text/plain; charset=utf-16"),
    "retry-after": fc.constantFrom("-5", "NaN", "1e9", "soon", new Date(0).toUTCString()),
    "stripe-should-retry": fc.constantFrom("true", "false", "maybe", ""),
  }) as fc.Arbitrary<Readonly<Record<string, string>>>,
  body: bodies,
});

type Kind = "get" | "post" | "list" | "search" | "plain";
const kinds = fc.constantFrom<Kind>("get", "post", "list", "search", "plain");
const call: Call = { method: "GET", path: "/v1/x/{id}", pathParams: { id: "personal" } };

async function endsWell(server: Server, reply: Reply, kind: Kind): Promise<void> {
  const before = server.received.length;
  const error = await run(server, kind).then(
    () => undefined,
    (thrown: unknown) => thrown ?? new Error("nothing"),
  );
  const attempts = server.received.length - before;
  if (error === undefined) {
    same(Math.floor(reply.status / 100), 2, "only 2xx gives a result");
    same(attempts, 1, "attempts");
    return;
  }
  const status = error instanceof StripeError ? error.statusCode : Object(error).status;
  same(
    kind === "plain" ? error instanceof ApiError : error instanceof StripeError,
    true,
    `of our classes: ${inspect(error)}`,
  );
  same(status, reply.status, "status");
  const { message }: { readonly message?: unknown } = Object(error);
  same(typeof message === "string" && message !== "", true, "a message");
  same(String(message).includes("personal"), false, "an id in the message");
  // What is wrong with a page shows when the response has been taken for one.
  const paged = kind === "list" || kind === "search";
  if (!paged || reply.status >= 300)
    same(attempts, mayRepeat(reply, kind, error) ? 3 : 1, `attempts after ${inspect(error)}`);
}

function mayRepeat({ status, headers }: Reply, kind: Kind, error: unknown): boolean {
  if (kind === "plain") return [408, 429, 500, 502, 503, 504].includes(status);
  const advice = headers["stripe-should-retry"];
  if (advice === "true" || advice === "false") return advice === "true";
  return (
    status >= 500 ||
    status === 409 ||
    (error instanceof StripeError && error.code === "lock_timeout")
  );
}

async function run(server: Server, kind: Kind): Promise<unknown> {
  const { path } = call;
  const page = { path, pathParams: { id: "personal" } };
  switch (kind) {
    case "get":
      return request(connect(server), call);
    case "post":
      return request(connect(server), { ...call, method: "POST", body: {} });
    case "list":
      return list(connect(server), page).autoPagingToArray({ limit: 3 });
    case "search":
      return search(connect(server), page).autoPagingToArray({ limit: 3 });
    case "plain":
      return request(connectPlain(server, {}), call);
  }
}

function connectPlain(server: Server, options: PlainOptions) {
  const schemes = {
    token: bearer,
    login: basic,
    header: apiKey("header", "X-Mine"),
    query: apiKey("query", "q"),
    cookie: apiKey("cookie", "sid"),
  };
  const dialect = plain(options, { schemes, require: Object.keys(schemes).map((name) => [name]) });
  const retry: typeof dialect.retry = (error, retries) =>
    dialect.retry(error, retries) === undefined ? undefined : 0;
  return createClient({ ...dialect, retry }, server.url, options);
}

const visible = fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code));
const secrets = fc.oneof(
  fc.string({ unit: visible, minLength: 12, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."abcXYZ0189"), minLength: 16, maxLength: 32 }),
);

const leaks = fc.record({
  /** How the secret comes in. */
  given: fc.constantFrom("apiKey", "header", "token", "login", "headerKey", "query", "cookie"),
  /** Where it comes out. */
  told: fc.constantFrom(
    "message",
    "param",
    "text",
    "words",
    "reason",
    "requestId",
    "cause",
    "broken",
  ),
});
type Leak = typeof leaks extends fc.Arbitrary<infer L> ? L : never;

function replyWith(secret: string, { told }: Leak): Reply {
  const text = `no ${secret}, sorry`;
  const body = {
    message: {
      error: {
        type: "card_error",
        message: text,
        decline_code: secret,
        [secret.replace(/\W/g, "")]: { deep: text },
      },
    },
    param: { error: { message: "no", param: secret, doc_url: `https://x.test/?${secret}` } },
    words: { detail: text, message: text },
  }[told as "message"];
  return {
    status: 400,
    reason: told === "reason" ? text : "",
    headers: told === "requestId" ? { "request-id": text } : {},
    body: Buffer.from(body ? JSON.stringify(body) : told === "text" ? text : ""),
  };
}

async function showsNothing(server: Server, secret: string, leak: Leak): Promise<void> {
  const fetched: Fetch = async (url, init) => {
    const config = {
      headers: { authorization: secret },
      sent: new Request(url, { method: "POST", headers: init?.headers ?? {} }),
    };
    const inner = Object.assign(
      new Error(`${String(url)} with ${secret} or ${btoa(`ada:${secret}`)}`),
      {
        config,
        code: secret,
      },
    );
    throw new TypeError("failed", { cause: new AggregateError([inner, inner], secret) });
  };
  const broken = leak.told === "broken" ? "\u0000" : "";
  const options =
    leak.told === "cause" ? { fetch: fetched, maxNetworkRetries: 0 } : { maxNetworkRetries: 0 };
  const error: unknown = await callWith(server, secret + broken, leak, options).then(
    () => new Error("no error"),
    (thrown: unknown) => thrown,
  );
  const { message, stack }: { readonly message?: string; readonly stack?: string } = Object(error);
  const shown = [
    message,
    stack,
    inspect(error, { depth: Infinity }),
    JSON.stringify(error),
    String(error),
  ];
  const forms = [secret, encodeURIComponent(secret), percentEncode(secret, "")];
  if (leak.given === "login") forms.push(btoa(`ada:${secret}`));
  for (const form of forms)
    if (shown.some((text) => text?.includes(form)))
      throw new Error(`${form} shows: ${inspect(error)}`);
  if (leak.told !== "broken")
    same(
      error instanceof StripeError || error instanceof ApiError || error instanceof ConnectionError,
      true,
      `of our classes: ${inspect(error)}`,
    );
}

async function callWith(
  server: Server,
  secret: string,
  { given }: Leak,
  options: object,
): Promise<unknown> {
  const stripe = (more: Partial<StripeOptions>) => connect(server, { ...options, ...more });
  const auth = (credentials: PlainOptions["auth"]) =>
    connectPlain(server, { ...options, auth: credentials });
  switch (given) {
    case "apiKey":
      return request(stripe({ apiKey: secret }), call);
    case "header":
      return request(stripe({}), call, { headers: { Authorization: `Bearer ${secret}` } });
    case "token":
      return request(auth({ token: secret }), call);
    case "login":
      return request(auth({ login: { username: "ada", password: secret } }), call);
    case "headerKey":
      return request(auth({ header: secret }), call);
    case "query":
      return request(auth({ query: secret }), call);
    default:
      return request(auth({ cookie: secret }), call);
  }
}

function same(found: unknown, expected: unknown, what: string): void {
  if (found !== expected) throw new Error(`${what}: ${inspect(found)}, not ${inspect(expected)}`);
}
