import type { ClientOptions } from "./send/client-options.js";
import type { Dialect, Prepared } from "./call/dialect.js";
import { ApiError } from "./errors/api-error.js";
import { ConnectionError } from "./errors/connection-error.js";
import { toError } from "./errors/from-failure.js";
import { json } from "./encode/json.js";
import { styled } from "./encode/params.js";
import type { Call, Client as AnyClient, HeaderValues, RequestOptions } from "./call/request.js";
import { backoff } from "./send/retry.js";
import type { Credential, Scheme } from "./send/security.js";
import { unique } from "./support/unique.js";

export type { RequestOptions };

export type Client = AnyClient<RequestOptions>;

/** What a document says of itself. */
export interface Document {
  /** `components.securitySchemes` */
  readonly schemes?: { readonly [name: string]: Scheme };
  /** `security`: alternatives of scheme names. */
  readonly require?: readonly (readonly string[])[];
  /** The header that makes a repeated request act only once, where the API has one. Each POST carries it then. */
  readonly idempotencyHeader?: string;
}

export interface PlainOptions extends ClientOptions {
  /**
   * Credentials by the name of their security scheme. A call uses the first alternative whose credentials are all
   * there; without one, it goes out as it is. What a function rejects with reaches whoever made the call.
   */
  readonly auth?: { readonly [scheme: string]: Source<Credential> | undefined } | undefined;
}

/** A credential, or what gives one when a call needs it. */
export type Source<C> = C | (() => C | Promise<C>);

/** The dialect of an API that keeps to what OpenAPI says: JSON, and a style for each parameter. */
export function plain(options: PlainOptions, document: Document = {}): Dialect<RequestOptions> {
  const idempotencyKey = document.idempotencyHeader?.toLowerCase() ?? "idempotency-key";
  return {
    query: styled({}),
    body: json,
    requestId: "x-request-id",
    idempotencyKey,
    async prepare(call) {
      const { headers, ...others } = await authenticate(call, options, document);
      return {
        headers: {
          accept: call.accept ?? (call.read ? undefined : "application/json"),
          ...headers,
        },
        key: document.idempotencyHeader && call.method === "POST" ? unique() : undefined,
        ...others,
      };
    },
    error: toError,
    retry,
  };
}

async function authenticate(
  call: Call,
  { auth = {} }: PlainOptions,
  { schemes = {}, require = [] }: Document,
): Promise<Prepared> {
  const alternatives = call.security ?? require;
  // An empty alternative lets a call go without, which is not a reason to hold a credential back.
  const names =
    alternatives.find((all) => all.length && all.every((name) => auth[name] !== undefined)) ?? [];
  let headers: HeaderValues = {};
  let query = {};
  const secrets: string[] = [];
  for (const name of names) {
    const source = auth[name];
    const credential = typeof source === "function" ? await source() : source;
    const added = credential === undefined ? undefined : schemes[name]?.(credential);
    headers = { ...headers, ...added?.headers, cookie: cookieOf(headers, added?.headers) };
    query = { ...query, ...added?.query };
    secrets.push(...(added?.secrets ?? []));
  }
  return { headers: { ...headers, cookie: cookieOf(call.headers, headers) }, query, secrets };
}

/** Several cookies go in one header. */
function cookieOf(...sources: readonly (HeaderValues | undefined)[]): string | undefined {
  return sources.flatMap((headers) => headers?.cookie ?? []).join("; ") || undefined;
}

/** No response, or a status that tells to come again. */
function retry(error: Error, retries: number): number | undefined {
  if (error instanceof ConnectionError) return backoff(retries);
  if (!(error instanceof ApiError) || ![408, 429, 500, 502, 503, 504].includes(error.status))
    return undefined;
  return backoff(retries, error.headers);
}
