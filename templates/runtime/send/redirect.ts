import type { Result } from "../call/request.js";
import type { Wire } from "../call/wire.js";
import type { Incoming } from "../response/incoming.js";
import { readJson, type Reader } from "../response/read.js";

/** A response that names another place (RFC 9110, section 15.4), where the document has such a response. */
export interface RedirectResponse {
  readonly status: number;
  /** Absolute; undefined where the response names no place. */
  readonly location: string | undefined;
}

/** What a call gives by its option `redirect`: redirects are results, or they are followed. */
export interface RedirectOutcomes<Followed, Direct = Followed> {
  readonly manual: Direct | Result<RedirectResponse>;
  readonly follow: Followed;
}

/** As many as browsers follow (Fetch, section 4.4). */
const MOST = 20;

/**
 * Gives redirects as results, or follows them: by GET, and never with a header of the call's to another origin, because
 * a redirected request would carry its key to whichever host the response names. What would repeat a body (307, 308)
 * is not followed, and fails.
 */
export function redirects(wanted: keyof RedirectOutcomes<never> = "manual"): (wire: Wire) => Wire {
  return (wire) => async (input, request) => {
    const given = typeof input === "string" ? request : input;
    const { signal } = given;
    const method = given.method === "HEAD" ? "HEAD" : "GET";
    let { headers } = given;
    let url = typeof input === "string" ? input : input.url;
    let response = await wire(input, request);
    for (let hops = 0; isRedirect(response); hops++) {
      const to = target(response, url);
      if (wanted === "manual") return asResult(response, to);
      const repeats = response.status > 303 && given.method !== method;
      if (!to || repeats || hops === MOST) break;
      headers = new Headers(to.origin === new URL(url).origin ? headers : {});
      headers.delete("content-type");
      await response.arrayBuffer();
      url = to.href;
      response = await wire(url, { method, headers, signal, body: null, repeatable: true });
    }
    return response;
  };
}

/** What {@link orRedirect} reads of a redirect. */
const places = new WeakMap<Incoming, string | undefined>();

function asResult(response: Incoming, to: URL | undefined): Incoming {
  places.set(response, to?.href);
  return Object.defineProperty(response, "ok", { value: true });
}

/** Reads a redirect that is a result, and everything else by `read`. */
export function orRedirect(read: Reader = readJson): Reader {
  return async (response, reading) => {
    if (!isRedirect(response)) return read(response, reading);
    await response.arrayBuffer();
    const { status } = response;
    return { status, location: places.get(response) } satisfies RedirectResponse;
  };
}

/** 304 names no other place. */
function isRedirect({ status }: Incoming): boolean {
  return status >= 300 && status < 400 && status !== 304;
}

/** Of the web: another scheme would leave it. */
function target({ headers }: Incoming, base: string): URL | undefined {
  const location = headers.get("location");
  if (!location || !URL.canParse(location, base)) return undefined;
  const url = new URL(location, base);
  return /^https?:$/.test(url.protocol) ? url : undefined;
}
