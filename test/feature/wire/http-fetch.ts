/**
 * A `fetch` for the client's option of that name, over Node's own HTTP client. Node's `fetch` takes most of the
 * processor time of a call; this one takes less than half of it. What it does not know (bodies that are not text) is
 * left to `fetch`.
 */
import { Agent, type IncomingMessage, request } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import { Readable } from "node:stream";
import type { Fetch } from "../../../generated/src/runtime/client.js";

const agent = new Agent({ keepAlive: true });
const secureAgent = new SecureAgent({ keepAlive: true });

export const httpFetch: Fetch = async (input, init = {}) => {
  const { method = "GET", headers, body = null, signal } = init;
  if (typeof input !== "string" || (body !== null && typeof body !== "string"))
    return fetch(input, init);
  const options = {
    method,
    headers: Object.fromEntries(new Headers(headers ?? {})),
    ...(signal && { signal }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = input.startsWith("https:")
      ? secureRequest(input, { ...options, agent: secureAgent })
      : request(input, { ...options, agent });
    outgoing.on("error", reject);
    outgoing.on("response", (incoming) => resolve(toResponse(incoming)));
    outgoing.end(body);
  });
};

function toResponse(incoming: IncomingMessage): Response {
  const { statusCode: status = 0, rawHeaders } = incoming;
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  if (!hasBody) incoming.resume();
  // Node and the DOM declare the same stream twice.
  const body = hasBody
    ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array<ArrayBuffer>>)
    : null;
  return new Response(body, { status, headers });
}
