import createFetchClient, { type Middleware } from "openapi-fetch";
import type { Failure } from "./dialect.js";
import { expandPath, type PathParams } from "./path.js";
import type { Call, Method, QuerySerializer } from "./request.js";

/** Sends a request. The platform's `fetch` fits, and so does undici's. */
export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** What every attempt at one call sends, as openapi-fetch takes it. */
export interface Outgoing {
  readonly baseUrl: string;
  readonly params: { readonly path: PathParams; readonly query: object };
  readonly querySerializer: QuerySerializer;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
}

/**
 * Carries one attempt through openapi-fetch and the middleware, and gives a 2xx answer, its body unread.
 *
 * Redirects are not followed: a redirected request would carry its key to whichever host the answer names.
 *
 * @throws what a middleware throws
 */
export type Transport = (
  call: Call,
  outgoing: Outgoing,
  abort: AbortSignal,
) => Promise<Response | Failure>;

export function createTransport(
  middleware: readonly Middleware[] = [],
  fetch: Fetch | undefined,
): Transport {
  // A real Request costs as much as the rest of an attempt. It is made only when there is someone to look at it.
  const watched = middleware.length > 0;
  const client = createFetchClient<Paths>({
    bodySerializer: (body: unknown) => body,
    pathSerializer: expandPath,
    redirect: "manual",
    ...(!watched && { Request: Envelope as unknown as typeof Request }),
  });

  return async ({ method, path }, outgoing, signal) => {
    const go = fetch ?? globalThis.fetch;
    let broken = false;
    // openapi-fetch asks the first middleware last: from then on it only reads the body.
    const last: Middleware = { onResponse: () => void (broken = true) };
    try {
      const { response, error } = await client[method](path, {
        ...outgoing,
        duplex: "half",
        parseAs: "stream",
        signal,
        middleware: watched ? [last, ...middleware] : [],
        async fetch(request) {
          broken = true;
          const response = await (request instanceof Envelope
            ? go(request.url, request.init)
            : go(request));
          broken = !watched;
          return response;
        },
      });
      return response.ok ? response : { response, body: error };
    } catch (cause) {
      if (broken) return { cause };
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
