/** A stand-in for the API on loopback: made-up objects, lists in pages, refusals; it records what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Sent {
  readonly method: string;
  /** With the query. */
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

export interface ApiServer extends AsyncDisposable {
  readonly port: number;
  readonly sent: readonly Sent[];
}

interface Reply {
  readonly status: number;
  readonly body: object;
}

/** Of a request's headers, what Stripe acts on. */
const HEADERS = [
  "authorization",
  "content-type",
  "idempotency-key",
  "stripe-account",
  "stripe-version",
];

export async function startApi(): Promise<ApiServer> {
  const sent: Sent[] = [];
  const server = createServer((request, response) => void respond(request, response, sent));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    sent,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  sent: Sent[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "", url = "" } = request;
  const body = Buffer.concat(chunks).toString();
  sent.push({ method, url, headers: relevant(request, body), body });
  const reply = route(method, url, new URLSearchParams(body));
  response.writeHead(reply.status, {
    "content-type": "application/json",
    "request-id": `req_${sent.length}`,
    "stripe-version": "2024-04-10",
    "stripe-should-retry": "false",
  });
  response.end(JSON.stringify(reply.body));
}

/** But for keys that a client made up, and the type of no content. */
function relevant({ headers }: IncomingMessage, body: string): Sent["headers"] {
  const kept = HEADERS.map((name) => [name, String(headers[name] ?? "")] as const).filter(
    ([name, value]) => (name === "content-type" ? body : value) && !MADE_UP.test(value),
  );
  return Object.fromEntries(kept);
}

const MADE_UP = /^(stripe-node-retry-)?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

function route(method: string, url: string, form: URLSearchParams): Reply {
  const { pathname, searchParams: query } = new URL(url, "http://x");
  const said = decodeURIComponent(`${pathname} ${query} ${form}`);
  if (said.includes("missing"))
    return problem(404, { type: "invalid_request_error", code: "resource_missing", param: "id" });
  if (said.includes("limited")) return problem(429, { type: "rate_limit_error" });
  if (said.includes("broken")) return problem(500, { type: "api_error" });
  if (said.includes("declined"))
    return problem(402, {
      type: "card_error",
      code: "card_declined",
      decline_code: "generic_decline",
      payment_intent: { id: "pi_9", object: "payment_intent" },
    });
  const [, , ...path] = pathname.split("/");
  const last = path.at(-1) ?? "";
  if (last === "search") return ok(search(path.at(-2) ?? "", query));
  if (method === "GET" && PREFIXES[last] && last !== "balance")
    return ok(list(last, pathname, query));
  const at = path.findLastIndex((segment) => PREFIXES[segment] !== undefined);
  const resource = path[at] ?? "";
  return ok(make(resource, path[at + 1] ?? `${PREFIXES[resource]}_new`, form, method));
}

/** Resource → the prefix of its ids. */
const PREFIXES: { readonly [resource: string]: string } = {
  balance: "bal",
  charges: "ch",
  coupons: "co",
  customers: "cus",
  invoiceitems: "ii",
  invoices: "in",
  line_items: "li",
  payment_intents: "pi",
  payouts: "po",
  prices: "price",
  products: "prod",
  refunds: "re",
  sessions: "cs",
  subscription_items: "si",
  subscriptions: "sub",
  transfers: "tr",
  usage_records: "mbur",
};

function make(resource: string, id: string, form?: URLSearchParams, method = "GET"): object {
  const plain = [...(form ?? [])].filter(([name]) => !name.includes("["));
  const object = resource.replace(/s$/, "");
  return {
    id,
    object: object === "session" ? "checkout.session" : object,
    ...Object.fromEntries(plain),
    ...(method === "DELETE" && { deleted: true }),
    ...(method === "DELETE" && resource === "subscriptions" && { status: "canceled" }),
    ...EXTRAS[resource],
  };
}

const items = {
  object: "list",
  data: [{ id: "si_1", object: "subscription_item", price: { id: "price_1" } }],
};
const secret = { id: "pi_7", client_secret: "pi_7_secret_1" };

/** What programs read of these, expanded or not. */
const EXTRAS: { readonly [resource: string]: object } = {
  balance: { available: [{ amount: 40 }, { amount: 2 }] },
  line_items: { description: "Tea" },
  prices: { product: "prod_1" },
  payment_intents: {
    status: "requires_action",
    client_secret: "pi_1_secret_2",
    next_action: { type: "use_stripe_sdk" },
  },
  sessions: {
    url: "https://checkout.example/cs",
    payment_status: "paid",
    payment_intent: { id: "pi_1", latest_charge: { receipt_url: "https://receipt.example" } },
  },
  subscriptions: {
    items,
    current_period_end: 1_700_000_000,
    latest_invoice: { payment_intent: secret },
  },
};

function list(resource: string, url: string, query: URLSearchParams): object {
  const ids = [1, 2, 3, 4, 5].map((n) => `${PREFIXES[resource]}_${n}`);
  const limit = Number(query.get("limit") ?? 10);
  const before = query.get("ending_before");
  const from = before
    ? Math.max(ids.indexOf(before) - limit, 0)
    : ids.indexOf(query.get("starting_after") ?? "") + 1;
  const to = before ? ids.indexOf(before) : from + limit;
  return {
    object: "list",
    data: ids.slice(from, to).map((id) => ({ ...make(resource, id), email: `${id}@example.com` })),
    has_more: before ? from > 0 : to < ids.length,
    url,
  };
}

function search(resource: string, query: URLSearchParams): object {
  const page = Number(query.get("page") ?? 1);
  return {
    object: "search_result",
    data: [make(resource, `${PREFIXES[resource]}_${page}`)],
    has_more: page < 3,
    next_page: page < 3 ? String(page + 1) : null,
    url: `/v1/${resource}/search`,
  };
}

function ok(body: object): Reply {
  return { status: 200, body };
}

function problem(status: number, error: object): Reply {
  return { status, body: { error: { message: "It cannot be done.", ...error } } };
}
