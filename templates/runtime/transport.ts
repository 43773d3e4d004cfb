import createFetchClient, { type Client, type Middleware } from "openapi-fetch";
import type { Failure } from "./dialect.js";
import type { Call, HeaderValues, Method } from "./request.js";

/** Sends a request. The platform's `fetch` fits, and so does undici's. */
export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** What every attempt at one call sends. */
export interface Outgoing {
  readonly call: Call;
  readonly server: string;
  /** The path, its parameters filled in. */
  readonly path: string;
  /** Without the question mark. */
  readonly search: string;
  /** Names in lower case. */
  readonly headers: HeaderValues;
  readonly body: BodyInit | undefined;
  /** Sending it twice has no other effect than sending it once. */
  readonly repeatable: boolean;
}

/** What came back: a 2xx answer, its body unread, or a failure. */
export type Incoming = { readonly kind: "response"; readonly response: Response } | Failure;

/**
 * Carries one attempt through openapi-fetch and the middleware.
 *
 * Redirects are not followed: a redirected request would carry its key to whichever host the answer names.
 *
 * @throws what a middleware throws, as it is
 */
export type Transport = (outgoing: Outgoing, signal: AbortSignal) => Promise<Incoming>;

export function createTransport(
  middleware: readonly Middleware[],
  fetch: Fetch | undefined,
): Transport {
  // A real Request costs as much as the rest of an attempt. It is made only when there is someone to look at it.
  const watched = middleware.length > 0;
  const client: Client<Paths> = createFetchClient<Paths>({
    bodySerializer: (body: unknown) => body,
    ...(!watched && { Request: Envelope as unknown as typeof Request }),
  });

  return async ({ call, server, path, search, headers, body }, signal) => {
    const go = fetch ?? globalThis.fetch;
    let broken = !watched;
    // openapi-fetch asks the first middleware last: from then on it only reads the body.
    const last: Middleware = { onResponse: () => void (broken = true) };
    try {
      const { response, error } = await client[call.method](call.path, {
        baseUrl: server,
        params: { path: call.pathParams ?? {}, query: call.query ?? {} },
        pathSerializer: (url: string) => url.slice(0, -call.path.length) + path,
        querySerializer: () => search,
        headers,
        body,
        duplex: "half",
        redirect: "manual",
        parseAs: "stream",
        signal,
        middleware: watched ? [last, ...middleware] : [],
        fetch: (request) =>
          (request instanceof Envelope ? go(request.url, request.init) : go(request)).catch((cause) => {
            broken = true;
            throw cause;
          }),
      });
      return response.ok
        ? { kind: "response", response }
        : { kind: "status", response, body: error };
    } catch (cause) {
      if (broken) return { kind: "connection", cause };
      throw cause;
    }
  };
}

/** As much of a Request as openapi-fetch itself reads. */
class Envelope {
  readonly url: string;
  readonly init: RequestInit;
  readonly method: string | undefined;
  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.init = init;
    this.method = init.method;
  }
}

/** Any path, any method: which ones there are is known to the emitted operations. */
interface Paths {
  [path: string]: {
    [method in Lowercase<Method>]: {
      parameters: { query?: object; path?: object };
      requestBody?: { content: { "*/*": unknown } };
      responses: { default: { content: { "*/*": unknown } } };
    };
  };
}
