/** What servers may return, and how a call has to end then. */
import { inspect } from "node:util";
import * as fc from "fast-check";
import { ApiError } from "../../../templates/runtime/errors/index.js";
import { type Call, request } from "../../../templates/runtime/call/request.js";
import { StripeError } from "../../../templates/stripe/errors/index.js";
import { list, search } from "../../../templates/stripe/pages.js";
import { connect, type Server } from "../../support/servers/server.js";
import { connectPlain } from "./connect-plain.js";

export interface Reply {
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
export const replies: fc.Arbitrary<Reply> = fc.record({
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

export type Kind = "get" | "post" | "list" | "search" | "plain";
export const kinds = fc.constantFrom<Kind>("get", "post", "list", "search", "plain");
export const call: Call = { method: "GET", path: "/v1/x/{id}", pathParams: { id: "personal" } };

/** @throws where it does not end so */
export async function endsWell(server: Server, reply: Reply, kind: Kind): Promise<void> {
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

function same(found: unknown, expected: unknown, what: string): void {
  if (found !== expected) throw new Error(`${what}: ${inspect(found)}, not ${inspect(expected)}`);
}
