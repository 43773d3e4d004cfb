import type { Middleware } from "openapi-fetch";
import { ownBaseUrl } from "./send/base-url.js";
import type {
  Attempt,
  AttemptRequest,
  AttemptResponse,
  ClientOptions,
} from "./send/client-options.js";
import type { Dialect } from "./call/dialect.js";
import type { Client, RequestOptions } from "./call/request.js";
import { send } from "./send/send.js";
import { createTransport, type Fetch } from "./send/transport.js";

export type {
  Attempt,
  AttemptRequest,
  AttemptResponse,
  Client,
  ClientOptions,
  Fetch,
  Middleware,
  RequestOptions,
};

/**
 * @param server - the document's server, with its scheme, `https://api.example.com`
 * @throws {TypeError} naming the option that says no address
 */
export function createClient<O extends RequestOptions, E extends Error>(
  dialect: Dialect<O, E>,
  server: string,
  options: ClientOptions,
): Client<O> {
  const transport = createTransport(options);
  const defaults = { ...options, baseUrl: ownBaseUrl(options) };
  return { send: (call, perCall) => send(dialect, server, defaults, transport, call, perCall) };
}
