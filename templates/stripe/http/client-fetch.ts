import { mergeHeaders } from "../../runtime/send/headers.js";
import { type ByteStream, streamedBody } from "../../runtime/encode/stream.js";
import type { Fetch } from "../../runtime/send/transport.js";
import { FetchClient } from "./fetch-client.js";
import type { HttpClient, HttpProtocol } from "./http-client.js";
import { partsOf } from "./parts.js";

/**
 * The `fetch` that sends through an HTTP client; undefined: the platform's own.
 *
 * @param timeout - what `makeRequest` is told, in milliseconds
 * @throws {TypeError} where it is not an HTTP client
 */
export function clientFetch(client: HttpClient, timeout = 80_000): Fetch | undefined {
  // Over a fetch, this way round is shorter, and can be aborted. A `makeRequest` of someone else's must be called.
  if (client instanceof FetchClient && client.makeRequest === FetchClient.prototype.makeRequest)
    return client.fetch;
  if (typeof client.makeRequest !== "function")
    throw new TypeError("httpClient must have a method makeRequest");
  return async (input, init) => {
    const { url, method, headers, data } = await partsOf(input, init);
    const protocol = url.protocol.slice(0, -1) as HttpProtocol;
    const named = Object.entries(headers).map(([name, value]) => [
      name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
      value,
    ]);
    const response = await client.makeRequest(
      url.hostname,
      url.port || (protocol === "http" ? "80" : "443"),
      url.pathname + url.search,
      method as "GET",
      Object.fromEntries(
        method === "POST" ? [...named, ["Content-Length", `${data.length}`]] : named,
      ),
      // The SDK's types say text; it sends bytes as well.
      data as string,
      protocol,
      timeout,
    );
    const status = response.getStatusCode();
    const received = mergeHeaders(response.getHeaders());
    const type = received.get("content-type");
    const isStream = status < 300 && type && !type.includes("json");
    const body = isStream
      ? (await streamedBody(response.toStream(() => {}) as ByteStream)).body
      : JSON.stringify(await response.toJSON().catch(unreadable));
    return new Response(body ?? null, { status, headers: received });
  };
}

/** What is not JSON is for the caller of the fetch to refuse; the rest is a connection that broke. */
function unreadable(error: unknown): void {
  if (!(error instanceof SyntaxError)) throw error;
}
