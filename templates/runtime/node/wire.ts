import type { Wire, WireRequest } from "../call/wire.js";
import type { Incoming } from "../response/incoming.js";
import { type ByteStream, chunksOf, isByteStream } from "../encode/stream.js";
import type { FetchBody } from "../support/bytes.js";
import {
  builtin,
  type ClientRequest,
  type Http,
  type HttpAgent,
  isNode,
  type Socket,
} from "./modules.js";
import { NodeResponse } from "./response.js";

/** What `fetch` sends where nothing else is said: there are APIs that refuse a request without a name. */
const DEFAULTS = { accept: "*/*", "accept-encoding": "gzip, br", "user-agent": "node" };

/** Larger than servers send them, and smaller than what would fill a memory. */
const MAX_HEADERS = 65_536;

type Protocol = "http" | "https";

/** Of all clients that were given none: they share the connections that are kept open. */
const shared: { [P in Protocol]?: HttpAgent } = {};

/**
 * Over `node:http` and `node:https`, which cost less than `fetch` does on Node; undefined: `fetch` is better here.
 *
 * @param asked - the option that asks for it; undefined: none does
 * @throws {TypeError} where the agent is not one, or nothing here has agents
 */
export function nodeWire(
  agent: HttpAgent | undefined | null,
  asked: string | null | undefined = agent && "agent",
): Wire | undefined {
  if (agent && !("addRequest" in agent)) throw new TypeError(`${asked} must be an agent of Node`);
  if (!asked && !isNode()) return undefined;
  if (builtin("http") && builtin("https"))
    return async (input, request) =>
      typeof input === "string"
        ? send(agent, input, request)
        : send(agent, input.url, await partsOf(input, request));
  if (!asked) return undefined;
  throw new TypeError(`${asked}: no node:http here, use fetch`);
}

async function send(
  agent: HttpAgent | undefined | null,
  url: string,
  request: WireRequest,
): Promise<Incoming> {
  const { signal, method, repeatable } = request;
  signal.throwIfAborted();
  const address = new URL(url);
  const protocol = address.protocol === "http:" ? "http" : "https";
  // Looked up here, so that what takes its place, in tests say, is found.
  const http = builtin(protocol) as Http;
  const given = Object.fromEntries(request.headers);
  const { data, headers } = toData(request.body, given["content-length"]);
  const options = {
    method,
    headers: { ...DEFAULTS, ...given, ...headers },
    agent: agent ?? (shared[protocol] ??= new http.Agent({ keepAlive: true })),
    maxHeaderSize: MAX_HEADERS,
  };
  for (;;) {
    const outcome = await exchange(http.request(address, options), method, data, signal);
    if ("response" in outcome) return outcome.response;
    signal.throwIfAborted();
    // The server closed a connection that was kept open just when it was to be used. The next one may be new.
    if (!outcome.isStale || !repeatable) throw outcome.error;
  }
}

/** What goes out of the request that a middleware gave. What was at hand stays so, with a length. */
async function partsOf(input: Request, { body, repeatable }: WireRequest): Promise<WireRequest> {
  const { method, headers, signal } = input;
  const own = isByteStream(body) ? input.body : input.body && (await input.blob());
  return { method, headers, signal, repeatable, body: own };
}

type Outcome =
  { readonly response: Incoming } | { readonly error: Error; readonly isStale: boolean };

function exchange(
  sent: ClientRequest,
  method: string,
  data: Data,
  signal: AbortSignal,
): Promise<Outcome> {
  // The signal is of this attempt alone, and goes with it. Node's own option would watch the end of each stream.
  signal.addEventListener("abort", () => sent.destroy());
  return new Promise((resolve) => {
    let socket: Socket | undefined;
    let read = 0;
    sent.on("socket", (given) => {
      socket = given;
      read = given.bytesRead;
    });
    sent.on("error", (error) => {
      const isLost = /^(ECONNRESET|EPIPE)$/.test(String(Reflect.get(error, "code")));
      resolve({ error, isStale: isLost && sent.reusedSocket && socket?.bytesRead === read });
    });
    sent.on("response", (message) => resolve({ response: new NodeResponse(message, method) }));
    if (typeof data === "object" && !ArrayBuffer.isView(data))
      builtin("stream")?.pipeline(chunksOf(data), sent, (error) => {
        if (error) resolve({ error, isStale: false });
      });
    else sent.end(data);
  });
}

type Data = string | Uint8Array | ByteStream | undefined;

/**
 * A body as Node takes it, and the headers that belong to it: the length of what is at hand, whatever the caller says, as
 * another one would leave the server waiting. A stream has the caller's length, or goes out in chunks.
 */
function toData(
  body: FetchBody | null,
  given: string | undefined,
): {
  readonly data: Data;
  readonly headers?: { readonly [name: string]: string };
} {
  if (body === null) return { data: undefined, ...(given && { headers: ofLength(0) }) };
  if (isByteStream(body))
    return { data: body, ...(given ? {} : { headers: { "transfer-encoding": "chunked" } }) };
  if (body instanceof Blob) return { data: body.stream(), headers: ofLength(body.size) };
  // Text in ASCII, as forms are, goes out with the head in one piece.
  if (typeof body === "string" && /^[\0-\x7f]*$/.test(body))
    return { data: body, headers: ofLength(body.length) };
  const data =
    typeof body === "string"
      ? new TextEncoder().encode(body)
      : ArrayBuffer.isView(body)
        ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
        : body instanceof ArrayBuffer && new Uint8Array(body);
  if (data) return { data, headers: ofLength(data.length) };
  // No encoder of ours makes forms of the platform.
  throw new TypeError("The body is not one that can be sent over node:http");
}

/** Said for every method: Node says it only for those that usually have a body. */
function ofLength(length: number) {
  return { "content-length": `${length}` };
}
