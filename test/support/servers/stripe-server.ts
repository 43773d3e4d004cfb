/** A server on loopback that serves the Checkout Session operations like the API and remembers what it was asked. */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly method: string;
  /** Path and query as they arrived. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface StripeServer extends AsyncDisposable {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  readonly received: readonly Received[];
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** The id of a session that was completed, and so cannot be expired. */
export const COMPLETED = "cs_test_completed";

export async function startStripeServer(): Promise<StripeServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void respond(request, response, received);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
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
  received: Received[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "", url = "", headers } = request;
  const body = Buffer.concat(chunks).toString();
  received.push({ method, url, headers, body });
  const { status, body: json } = route(method, url, new URLSearchParams(body));
  response.writeHead(status, {
    "content-type": "application/json",
    "request-id": `req_${received.length}`,
  });
  response.end(JSON.stringify(json));
}

function route(method: string, url: string, form: URLSearchParams): Reply {
  const [path = ""] = url.split("?");
  const expire = /^\/v1\/checkout\/sessions\/([^/]+)\/expire$/.exec(path);
  if (method === "POST" && expire) return expireSession(expire[1] ?? "", form);
  const update = /^\/v1\/checkout\/sessions\/([^/]+)$/.exec(path);
  if (method === "POST" && update) return updateSession(update[1] ?? "", form);
  if (method === "GET" && path === "/v1/checkout/sessions") return ok(fact("list"));
  if (method === "GET" && /^\/v1\/checkout\/sessions\/[^/]+\/line_items$/.test(path)) {
    return ok(fact("line-items"));
  }
  if (method === "GET" && /^\/v1\/checkout\/sessions\/[^/]+$/.test(path))
    return ok(fact("retrieved"));
  const message = `Unrecognized request URL (${method}: ${path}).`;
  return { status: 404, body: { error: { type: "invalid_request_error", message } } };
}

function expireSession(id: string, form: URLSearchParams): Reply {
  if (id === COMPLETED) {
    const message = 'Only Checkout Sessions with a status in ["open"] can be expired.';
    return {
      status: 400,
      body: { error: { type: "invalid_request_error", message, param: "session" } },
    };
  }
  const customer = expandOf(form).includes("customer")
    ? { id: "cus_1", object: "customer", email: "ada@example.com", name: "Ada" }
    : "cus_1";
  return ok({ ...fact("expired"), id, customer });
}

function updateSession(id: string, form: URLSearchParams): Reply {
  const asked = expandOf(form).includes("line_items") ? { line_items: fact("line-items") } : {};
  return ok({ ...fact("updated"), id, ...asked });
}

function expandOf(form: URLSearchParams): string[] {
  return [...form].filter(([key]) => key.startsWith("expand[")).map(([, path]) => path);
}

function ok(body: unknown): Reply {
  return { status: 200, body };
}

/** A sample response of the API. */
export function fact(name: string): Record<string, unknown> {
  const file = new URL(
    `../../fixtures/checkout-sessions/checkout-session-${name}.json`,
    import.meta.url,
  );
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
}
