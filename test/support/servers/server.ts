import { transport } from "./transport.js";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createClient } from "../../../templates/runtime/client.js";
import type { Client, StripeOptions } from "../../../templates/stripe/dialect.js";
import { stripe } from "../../../templates/stripe/dialect.js";

export interface Received {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Server extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly Received[];
  /** How many responses were cut off by the other side. */
  readonly cut: number;
}

/** Responds with a request that has been read. */
export type Handler = (response: ServerResponse, request: Received, socket: Socket) => void;

/** A server on loopback. The nth request gets the nth response, and all later ones the last. */
export async function serve(...handlers: readonly [Handler, ...Handler[]]): Promise<Server> {
  const received: Received[] = [];
  let cut = 0;
  const server = createServer((message, response) => {
    response.on("close", () => {
      if (!response.writableFinished) cut++;
    });
    void read(message).then(
      (request) => {
        const handler = handlers[Math.min(received.length, handlers.length - 1)];
        received.push(request);
        handler?.(response, request, message.socket);
      },
      () => {},
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    get cut() {
      return cut;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(message: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const { method = "", url = "", headers } = message;
  return { method, url, headers, body: Buffer.concat(chunks) };
}

/** Responds with JSON. */
export function ok(body: unknown, status = 200, headers: Record<string, string> = {}): Handler {
  return (response) => {
    response.writeHead(status, {
      "content-type": "application/json",
      "request-id": "req_1",
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
}

/** Responds with an error of Stripe's. */
export function problem(
  status: number,
  error: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Handler {
  return ok({ error: { type: "invalid_request_error", message: "No", ...error } }, status, headers);
}

/** Closes the connection instead of returning. */
export const hangUp: Handler = (_response, _request, socket) => socket.destroy();

/** Never responds. */
export const stall: Handler = () => {};

/** A Stripe client that talks to `server`, and waits `pause` milliseconds before it asks again. */
export function connect(server: Server, options: Partial<StripeOptions> = {}, pause = 0): Client {
  const all: StripeOptions = {
    apiKey: "sk_test_123",
    baseUrl: server.url,
    ...transport,
    ...options,
  };
  const dialect = stripe(all);
  const hasty = {
    ...dialect,
    retry: (...failed: Parameters<typeof dialect.retry>) =>
      dialect.retry(...failed) === undefined ? undefined : pause,
  };
  return createClient(hasty, "https://api.stripe.com", all);
}
