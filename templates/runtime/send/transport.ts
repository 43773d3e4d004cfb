import type { Middleware } from "openapi-fetch";
import type { Call } from "../call/request.js";
import type { Wire } from "../call/wire.js";
import type { QuerySerializer } from "../encode/params.js";
import type { PathParams } from "../encode/path.js";
import { nodeWire } from "../node/wire.js";
import type { Failure, ResponseHead } from "../response/failure.js";
import { type Incoming, toResponse } from "../response/incoming.js";
import { readJson, type Reading } from "../response/read.js";
import type { FetchBody } from "../support/bytes.js";
import type { ClientOptions, Fetch } from "./client-options.js";
import { through } from "./middleware.js";

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
  /** Sending it twice has no other effect than sending it once. */
  readonly repeatable: boolean;
}

/** A 2xx response, read. */
export interface Received {
  readonly response: Incoming;
  readonly value: unknown;
}

/**
 * Carries one attempt through the middleware to the server, and reads what comes back.
 *
 * @param told - of the head of the response, as soon as it is there
 * @throws what a middleware throws, and what is told does
 */
export type Transport = (
  call: Call,
  outgoing: Outgoing,
  signal: AbortSignal,
  reading: Reading,
  told?: (response: ResponseHead) => void,
) => Promise<Received | Failure>;

/**
 * Made of openapi-fetch's parts, and not of its client: what that needs for other ways of writing parameters cannot be
 * shaken out of a bundle.
 *
 * @throws {TypeError} for an `agent` that cannot be used
 */
export function createTransport({ middleware = [], fetch, agent }: ClientOptions): Transport {
  const wire = (fetch ? undefined : nodeWire(agent)) ?? overFetch(fetch);
  return async (call, outgoing, signal, reading, told) => {
    // What goes wrong while this is used up is nobody's fault: waiting for the response, and reading it.
    let used: { readonly bodyUsed: boolean } = { bodyUsed: false };
    let response: Incoming | undefined;
    const go: Wire = async (input, request) => {
      used = { bodyUsed: true };
      const received = await wire(input, request);
      // For a middleware it is a Response, whose body counts then.
      return (used = typeof input === "string" ? received : toResponse(received));
    };
    try {
      const carry = call.via?.(go) ?? go;
      used = response = await exchange(middleware, carry, call, outgoing, signal);
      told?.(response);
      if (response.ok) return { response, value: await (call.read ?? readJson)(response, reading) };
      return { response, body: parse(await response.text()) };
    } catch (cause) {
      if (response && cause instanceof SyntaxError) return { response, body: cause.cause ?? "" };
      if (!used.bodyUsed) throw cause;
      return { cause };
    }
  };
}

/** Redirects are not followed: a redirected request would carry its key to whichever host the response names. */
function overFetch(given: Fetch | undefined): Wire {
  return (input, { method, headers, body, signal }) => {
    const init = { method, headers, body, signal, redirect: "manual", duplex: "half" } as const;
    return typeof input === "string" ? (given ?? fetch)(input, init) : (given ?? fetch)(input);
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
  wire: Wire,
  { method, path }: Call,
  { url, settings: { params, ...settings }, headers, body, repeatable }: Outgoing,
  signal: AbortSignal,
): Promise<Incoming> {
  const request = { method, headers, body, signal, repeatable };
  // A real Request costs as much as the rest of an attempt. It is made only when there is someone to look at it.
  if (!middleware.length) return wire(url, request);
  const fetch = async (input: Request): Promise<Response> => toResponse(await wire(input, request));
  return through(
    middleware,
    {
      request: new Request(url, { ...request, redirect: "manual", duplex: "half" } as RequestInit),
      schemaPath: path,
      params,
      id: crypto.randomUUID(),
      options: {
        ...settings,
        parseAs: "stream",
        bodySerializer: (value: unknown) => value,
        fetch: (input, init) => fetch(new Request(input, init)),
      },
    },
    fetch,
  );
}
