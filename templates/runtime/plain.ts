import { authenticate, checkSchemes, type Credentials, type Source } from "./send/authenticate.js";
import type { ClientOptions } from "./send/client-options.js";
import type { Dialect } from "./call/dialect.js";
import { ApiError } from "./errors/api-error.js";
import { ConnectionError } from "./errors/connection-error.js";
import { toError } from "./errors/from-failure.js";
import { json } from "./encode/json.js";
import { styled } from "./encode/params.js";
import type { Client as AnyClient, HeaderValues, RequestOptions } from "./call/request.js";
import { backoff } from "./send/retry.js";
import type { Scheme } from "./send/security.js";
import { unlessSaid } from "./send/headers.js";
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
   * Headers of every call, or what gives them when a call needs them: a token for an API whose document has no security
   * scheme, say. What the operation, its credentials or the call itself say of a header decides over them.
   */
  readonly headers?: Source<HeaderValues> | undefined;
}

/** The options of a document that has security schemes. */
export interface WithCredentials extends PlainOptions {
  readonly auth?: Credentials | undefined;
}

/**
 * The dialect of an API that keeps to what OpenAPI says: JSON, and a style for each parameter.
 *
 * @throws {TypeError} naming the option that cannot be used
 */
export function plain(
  { auth = {}, headers: everywhere }: WithCredentials,
  { schemes = {}, require = [], idempotencyHeader }: Document = {},
): Dialect<RequestOptions> {
  checkSchemes(auth, schemes);
  return {
    query: styled({}),
    body: json,
    requestId: "x-request-id",
    idempotencyKey: idempotencyHeader?.toLowerCase() ?? "idempotency-key",
    async prepare(call, _, refresh) {
      const asked = { refresh };
      const own = typeof everywhere === "function" ? await everywhere(asked) : everywhere;
      const { headers, isRenewable, ...others } = await authenticate(
        call.security ?? require,
        call,
        auth,
        schemes,
        asked,
      );
      return {
        headers: {
          accept: call.accept ?? (call.read ? undefined : "application/json"),
          ...headers,
          ...unlessSaid(own, { ...call.headers, ...headers, accept: call.accept }),
        },
        key: idempotencyHeader && call.method === "POST" ? unique() : undefined,
        isRenewable: isRenewable || typeof everywhere === "function",
        ...others,
      };
    },
    isRefused: (error) => error instanceof ApiError && error.status === 401,
    error: toError,
    retry,
  };
}

/** No response, or a status that tells to come again. */
function retry(error: Error, retries: number): number | undefined {
  if (error instanceof ConnectionError) return backoff(retries);
  if (!(error instanceof ApiError) || ![408, 429, 500, 502, 503, 504].includes(error.status))
    return undefined;
  return backoff(retries, error.headers);
}
