import type { FetchBody } from "./bytes.js";
import createFetchClient from "openapi-fetch";
import type { ClientOptions } from "./core.js";
import type { Failure } from "./dialect.js";
import { expandPath, type PathParams } from "./path.js";
import type { Reading } from "./read.js";
import type { Call, Method, QuerySerializer } from "./request.js";

/** Sends a request. The platform's `fetch` fits, and so does undici's. */
export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** What every attempt at one call sends, as openapi-fetch takes it. */
export interface Outgoing {
  readonly baseUrl: string;
  readonly params: { readonly path?: PathParams | undefined; readonly query: object };
  readonly querySerializer: QuerySerializer;
  readonly headers: Headers;
  readonly body: FetchBody | undefined;
}

/** A 2xx answer, read. */
export interface Answer {
  readonly response: Response;
  readonly value: unknown;
}

/**
 * Carries one attempt through openapi-fetch and the middleware, and reads what comes back.
 *
 * Redirects are not followed: a redirected request would carry its key to whichever host the answer names.
 *
 * @throws what a middleware throws
 */
export type Transport = (
  call: Call,
  outgoing: Outgoing,
  signal: AbortSignal,
  reading: Reading,
) => Promise<Answer | Failure>;

export function createTransport({ middleware = [], fetch }: ClientOptions): Transport {
  const client = createFetchClient<Paths>({
    bodySerializer: (body: unknown) => body,
    pathSerializer: expandPath,
    redirect: "manual",
    // A real Request costs as much as the rest of an attempt. It is made only when there is someone to look at it.
    Request: (middleware.length ? Request : envelope) as unknown as typeof Request,
  });
  client.use(...middleware);

  return async ({ method, path, read }, outgoing, signal, reading) => {
    // What goes wrong while this is used up is nobody's fault: waiting for the answer, and reading it.
    let wire: Wire = { bodyUsed: false };
    let text = "";
    try {
      const { error, response } = await client[method](path, {
        ...outgoing,
        duplex: "half",
        parseAs: "stream",
        signal,
        async fetch(request) {
          const go = fetch ?? globalThis.fetch;
          wire = { bodyUsed: true };
          const { url, init }: Enveloped = request;
          return (wire = await (init ? go(url, init) : go(request)));
        },
      });
      if (!response.ok) return { response, body: error };
      wire = response;
      if (read) return { response, value: await read(response, reading) };
      text = await response.text();
      return { response, value: response.status === 204 ? undefined : JSON.parse(text) };
    } catch (cause) {
      if (!wire.bodyUsed) throw cause;
      return "ok" in wire && cause instanceof SyntaxError
        ? { response: wire, body: text }
        : { cause };
    }
  };
}

type Wire = Response | { readonly bodyUsed: boolean };

/** As much of a Request as openapi-fetch itself needs; it adds the rest of what it reads. */
interface Enveloped {
  readonly url: string;
  readonly init?: RequestInit;
}

/** Called with `new`, as a class would be. */
function envelope(url: string, init: RequestInit): Enveloped {
  return { url, init };
}

/** Any path, any method: which ones there are is known to the emitted operations. */
interface Paths {
  [path: string]: {
    [method in Lowercase<Method>]: {
      parameters: { query?: object; path?: object | undefined };
      requestBody?: { content: { "*/*": unknown } };
      responses: { default: { content: { "*/*": unknown } } };
    };
  };
}
