/** A small Stripe on loopback, for clients of any origin: browsers ask it first whether they may. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

export interface ApiServer extends AsyncDisposable {
  readonly url: string;
  /** What came besides preflight requests, in order. */
  readonly received: readonly Received[];
  /** The paths of responses that the other side did not wait for. */
  readonly cut: readonly string[];
}

export interface Received {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** @param nth - how often this path was asked for before */
type Handler = (response: ServerResponse, request: Received, nth: number) => unknown;

const PDF_CHUNK = new Uint8Array(64 * 1024).fill(0x25);
const PDF_CHUNKS = 16;

const responses: readonly (readonly [pattern: RegExp, response: Handler])[] = [
  [/^POST .*\/cs_1\/expire$/, (response, { body }) => json(response, 200, expired(form(body)))],
  [/^POST .*\/cs_done\/expire$/, (response) => json(response, 400, problem())],
  [
    /^POST .*\/cs_busy\/expire$/,
    (response, _, nth) =>
      nth === 0 ? json(response, 503, problem()) : json(response, 200, expired({})),
  ],
  [
    /^POST .*\/cs_cut\/expire$/,
    (response, _, nth) => (nth === 0 ? response.destroy() : json(response, 200, expired({}))),
  ],
  [/^GET .*\/cs_stall$/, () => {}],
  [/^GET .*\/cs_half$/, (response) => response.writeHead(200, length(1000)).write('{"id":')],
  [/^GET .*\/cs_moved$/, (response) => response.writeHead(302, { location: "/stolen" }).end()],
  [/^GET .*\/sessions$/, (response, { url }) => json(response, 200, page(url))],
  [/^GET .*\/pdf$/, (response) => void pdf(response)],
  [/^POST .*\/files$/, async (response, request) => json(response, 200, await upload(request))],
];

export async function serveApi(): Promise<ApiServer> {
  const received: Received[] = [];
  const cut: string[] = [];
  const server = createServer((message, response) => {
    response.on("close", () => {
      if (!response.writableFinished) cut.push(message.url ?? "");
    });
    void handle(message, response, received);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    cut,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(message: IncomingMessage, response: ServerResponse, received: Received[]) {
  const { method = "", headers } = message;
  allowAll(headers, response);
  if (method === "OPTIONS") return response.writeHead(204).end();
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const url = new URL(message.url ?? "", "http://127.0.0.1");
  const nth = received.filter((earlier) => earlier.url.pathname === url.pathname).length;
  const request = { method, url, headers, body: new Uint8Array(Buffer.concat(chunks)) };
  received.push(request);
  const found = responses.find(([pattern]) => pattern.test(`${method} ${url.pathname}`));
  return found ? found[1](response, request, nth) : json(response, 404, problem());
}

function allowAll(headers: IncomingHttpHeaders, response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-allow-methods", "GET, POST, DELETE");
  response.setHeader(
    "access-control-allow-headers",
    headers["access-control-request-headers"] ?? "*",
  );
  response.setHeader("access-control-expose-headers", "request-id");
  response.setHeader("access-control-max-age", "600");
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "request-id": "req_1" });
  response.end(JSON.stringify(body));
}

function length(bytes: number) {
  return { "content-type": "application/json", "content-length": bytes };
}

function form(body: Uint8Array): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)));
}

function expired(sent: Record<string, string>) {
  const customer = sent["expand[0]"] === "customer" ? { id: "cus_1", object: "customer" } : "cus_1";
  return { id: "cs_1", object: "checkout.session", status: "expired", customer };
}

function problem() {
  return { error: { type: "invalid_request_error", message: "No", param: "session" } };
}

/** Five sessions, two a page. */
function page(url: URL) {
  const after = Number(url.searchParams.get("starting_after")?.slice(3) ?? 0);
  const numbers = [1, 2, 3, 4, 5].filter((n) => n > after);
  const data = numbers.slice(0, 2).map((n) => ({ id: `cs_${n}`, object: "checkout.session" }));
  return { object: "list", data, has_more: numbers.length > 2, url: "/v1/checkout/sessions" };
}

async function pdf(response: ServerResponse): Promise<void> {
  response.writeHead(200, { "content-type": "application/pdf" });
  for (let n = 0; n < PDF_CHUNKS; n++) {
    response.write(PDF_CHUNK);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  response.end();
}

async function upload({ headers, body }: Received) {
  const init = { headers: { "content-type": headers["content-type"] ?? "" } };
  const fields = await new Response(body, init).formData();
  const file = fields.get("file");
  if (!(file instanceof Blob)) return problem();
  const { name, size } = file as File;
  return { id: "file_1", object: "file", purpose: fields.get("purpose"), filename: name, size };
}
