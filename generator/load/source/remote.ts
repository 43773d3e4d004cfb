import { UnfoldError } from "../../support/diagnostic.js";
import { MAX_BYTES } from "../../support/regular-file.js";
import { type Bytes, hashed } from "./file.js";

export interface Limits {
  /** For the whole response, redirections included, in milliseconds. */
  readonly timeout: number;
  /** In bytes. */
  readonly size: number;
}

export interface FetchOptions extends Limits {
  /** Sent to the origin of the address, and to no other that it redirects to. */
  readonly headers?: Readonly<Record<string, string>>;
}

export const LIMITS: Limits = { timeout: 10_000, size: MAX_BYTES };

const MAX_REDIRECTS = 10;

/**
 * Fetches a document by `http(s)`, bounded in time and size, through the proxy that `HTTPS_PROXY`,
 * `HTTP_PROXY` and `NO_PROXY` name. Sends no credentials but those in `headers`.
 */
export async function fetchBytes(source: string, options: FetchOptions = LIMITS): Promise<Bytes> {
  const url = withoutCredentials(source);
  try {
    return await followed(url, options);
  } catch (error) {
    if (error instanceof UnfoldError) throw error;
    return fail(reasonOf(error, options), url, "Check the address, the network and the proxy");
  }
}

async function followed(source: string, { timeout, size, headers }: FetchOptions): Promise<Bytes> {
  // The library puts an agent of its own under the platform's `fetch` where that has none yet, and not every Node gets on
  // with it: a header makes it have one.
  new Headers();
  // Fetching is rare: other runs do not wait for the library.
  const { EnvHttpProxyAgent, fetch } = await import("undici");
  const dispatcher = proxied(() => new EnvHttpProxyAgent(), source);
  const signal = AbortSignal.timeout(timeout);
  try {
    let url = new URL(source);
    let own = headers;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const sent = { ...own, accept: "application/json, application/yaml, text/yaml, */*" };
      const response = await fetch(url, { dispatcher, signal, redirect: "manual", headers: sent });
      const next = redirection(response, url, source);
      if (next === undefined) {
        if (!response.ok) {
          fail(`the server responds with ${response.status}`, source, "Check the address");
        }
        // Relative references are resolved against the address that responded.
        return hashed(source, url.href, await readBounded(response.body, size, source));
      }
      if (next.origin !== url.origin) own = {};
      url = next;
    }
    return fail(`it redirects more than ${MAX_REDIRECTS} times`, source, "Check the address");
  } finally {
    await dispatcher.destroy();
  }
}

function proxied<T>(connect: () => T, source: string): T {
  try {
    return connect();
  } catch {
    const hint = "Correct HTTPS_PROXY or HTTP_PROXY: http://host:port";
    return fail("the address of the proxy is not a URL", source, hint);
  }
}

interface Received {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}

/** Where a response sends its reader, without what it would have it send as credentials. */
function redirection({ status, headers }: Received, from: URL, source: string): URL | undefined {
  const location = headers.get("location");
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
  if (!URL.canParse(location, from)) {
    return fail("it redirects to what is not a URL", source, "Check the address");
  }
  const next = new URL(location, from);
  next.username = "";
  next.password = "";
  if (next.protocol === "https:" || next.protocol === from.protocol) return next;
  return fail(`it redirects from ${from.protocol} to ${next.protocol}`, source, "Use a local copy");
}

function withoutCredentials(source: string): string {
  if (!URL.canParse(source)) return fail("this is not a URL", source, "Check the address");
  const url = new URL(source);
  if (url.username === "" && url.password === "") return url.href;
  url.username = "";
  url.password = "";
  return fail("its address holds a user name or password", url.href, "Use a local copy");
}

interface Stream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  };
}

async function readBounded(body: Stream | null, size: number, url: string): Promise<Uint8Array> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done || value === undefined) return Buffer.concat(chunks);
    chunks.push(value);
    length += value.byteLength;
    if (length > size) fail(`the document is larger than ${size} bytes`, url, "Use a local copy");
  }
}

function reasonOf(error: unknown, { timeout }: Limits): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no response within ${timeout / 1000} seconds`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function fail(reason: string, url: string, hint: string): never {
  throw new UnfoldError({
    code: "unreadable-url",
    message: `${url} cannot be read: ${reason}`,
    location: { file: url },
    hint,
  });
}
