import type { Middleware } from "openapi-fetch";
import type { Attempt } from "./core.js";
import type { Dialect } from "./dialect.js";
import type { Client, RequestOptions } from "./request.js";
import { send } from "./send.js";
import { createTransport, type Fetch } from "./transport.js";

export type { Attempt, Client, Fetch, Middleware, RequestOptions };

/** What every client can be told, whatever its API. */
export interface ClientOptions {
  /** Stands for every server of the document, `https://proxy.example/stripe`. */
  readonly baseUrl?: string | undefined;
  /** Stands for the host of every server; `port` and `protocol` go with it. */
  readonly host?: string | undefined;
  readonly port?: string | number | undefined;
  /** Default: `https`. */
  readonly protocol?: "https" | "http" | undefined;
  /** How often a failed request is sent again. Default: 2. */
  readonly maxNetworkRetries?: number | undefined;
  /** Milliseconds that one attempt may take, body included; 0 for no limit. Default: 80,000. */
  readonly timeout?: number | undefined;
  /** Default: the platform's own. */
  readonly fetch?: Fetch | undefined;
  /** openapi-fetch's middleware. Each attempt passes through it. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Told about each attempt when it is over. What it throws is ignored. */
  readonly onAttempt?: ((attempt: Attempt) => void) | undefined;
}

/** @param server - the document's server, with its scheme, `https://api.stripe.com` */
export function createClient<O extends RequestOptions>(
  dialect: Dialect<O>,
  server: string,
  options: ClientOptions,
): Client<O> {
  const core = {
    dialect,
    server,
    baseUrl: options.baseUrl ?? origin(server, options),
    maxNetworkRetries: options.maxNetworkRetries ?? 2,
    timeout: options.timeout ?? 80_000,
    onAttempt: options.onAttempt,
    transport: createTransport(options.middleware ?? [], options.fetch),
  };
  return { send: (call, perCall) => send(core, call, perCall) };
}

function origin(server: string, { host, port, protocol }: ClientOptions): string | undefined {
  if (!host && !port && !protocol) return undefined;
  return `${protocol ?? "https"}://${host ?? new URL(server).hostname}${port ? `:${port}` : ""}`;
}
