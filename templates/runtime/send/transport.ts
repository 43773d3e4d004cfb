import type { Middleware } from "openapi-fetch";
import type { FetchBody } from "../support/bytes.js";
import type { ClientOptions } from "./client-options.js";
import type { Failure } from "../response/failure.js";
import { through } from "./middleware.js";
import type { PathParams } from "../encode/path.js";
import { readJson, type Reading } from "../response/read.js";
import type { Call, Fetch } from "../call/request.js";
import type { QuerySerializer } from "../encode/params.js";

export type { Fetch };

/** What every attempt at one call sends. */
export interface Outgoing {
  readonly url: string;
  /** What openapi-fetch makes the URL of; shown to its middleware. */
  readonly settings: {
    readonly baseUrl: string;
    readonly params: {
      readonly path: Record<string, unknown>;
      readonly query: Record<string, unknown>;
    };
    readonly querySerializer: QuerySerializer;
    readonly pathSerializer: (path: string, params: PathParams) => string;
  };
  readonly headers: Headers;
  readonly body: FetchBody | null;
}

/** A 2xx response, read. */
export interface Received {
  readonly response: Response;
  readonly value: unknown;
}

/**
 * Carries one attempt through the middleware to the server, and reads what comes back.
 *
 * @throws what a middleware throws
 */
export type Transport = (
  call: Call,
  outgoing: Outgoing,
  signal: AbortSignal,
  reading: Reading,
) => Promise<Received | Failure>;

/**
 * Made of openapi-fetch's parts, and not of its client: what that needs for other ways of writing parameters cannot be
 * shaken out of a bundle.
 */
export function createTransport({ middleware = [], fetch }: ClientOptions): Transport {
  return async (call, outgoing, signal, reading) => {
    // What goes wrong while this is used up is nobody's fault: waiting for the response, and reading it.
    let wire: { readonly bodyUsed: boolean } = { bodyUsed: false };
    let response: Response | undefined;
    const go: Fetch = async (input, init) => {
      wire = { bodyUsed: true };
      const fetched = await (fetch ?? globalThis.fetch)(input, init);
      wire = fetched;
      return fetched;
    };
    try {
      wire = response = await exchange(middleware, call.via?.(go) ?? go, call, outgoing, signal);
      if (response.ok) return { response, value: await (call.read ?? readJson)(response, reading) };
      return { response, body: parse(await response.text()) };
    } catch (cause) {
      if (response && cause instanceof SyntaxError) return { response, body: cause.cause ?? "" };
      if (!wire.bodyUsed) throw cause;
      return { cause };
    }
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function exchange(
  middleware: readonly Middleware[],
  fetch: Fetch,
  { method, path }: Call,
  { url, settings: { params, ...settings }, headers, body }: Outgoing,
  signal: AbortSignal,
): Promise<Response> {
  // Redirects are not followed: a redirected request would carry its key to whichever host the response names.
  const init = { method, headers, body, signal, redirect: "manual", duplex: "half" } as const;
  // A real Request costs as much as the rest of an attempt. It is made only when there is someone to look at it.
  if (!middleware.length) return fetch(url, init);
  return through(
    middleware,
    {
      request: new Request(url, init),
      schemaPath: path,
      params,
      id: crypto.randomUUID(),
      options: {
        ...settings,
        parseAs: "stream",
        bodySerializer: (value: unknown) => value,
        fetch: (input, more) => fetch(input instanceof URL ? input.href : input, more),
      },
    },
    fetch,
  );
}
