import type { Wire } from "./wire.js";
import type { BodyEncoder } from "../encode/body.js";
import type { QuerySerializer } from "../encode/params.js";
import type { PathParams, PathStyles } from "../encode/path.js";
import type { Reader } from "../response/read.js";

export type Method =
  "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE" | "QUERY";

/** One use of an operation: what the document says about it, and the caller's values. */
export interface Call {
  readonly method: Method;
  /** The path template of the OpenAPI document, `/v1/customers/{customer}`. */
  readonly path: string;
  readonly pathParams?: PathParams;
  /** How those are written that are not primitives in style `simple`. */
  readonly pathStyles?: PathStyles;
  readonly query?: object | undefined;
  /** What becomes of the URL when path and query are put together. Default: nothing. */
  readonly url?: (url: string) => string;
  /** Default: the dialect's. */
  readonly serializeQuery?: QuerySerializer;
  /** Header and cookie parameters. */
  readonly headers?: HeaderValues;
  /** The key is present when the operation has a request body, even when this call sends none. */
  readonly body?: unknown;
  /** Default: the dialect's. */
  readonly encode?: BodyEncoder | undefined;
  /** Default: JSON. */
  readonly read?: Reader | undefined;
  /** Stands around what carries the call. What it gives counts as a success where `ok` says so. */
  readonly via?: (wire: Wire) => Wire;
  /** The media types that are asked for. Default: the dialect's. */
  readonly accept?: string;
  /** The operation's own server. `baseUrl` of the client stands for it too. */
  readonly server?: string;
  /** Alternatives of security scheme names where they differ from the document's; `[]` for none. */
  readonly security?: readonly (readonly string[])[];
}

/** Header values by name, in any case. `null` takes a header away, `undefined` says nothing. */
export type HeaderValues = { readonly [name: string]: string | null | undefined };

/** What a caller may say for one request only. */
export interface RequestOptions {
  /** Sent instead of a generated one, where the API knows such keys. */
  readonly idempotencyKey?: string | undefined;
  /** How often a failed request is sent again. */
  readonly maxNetworkRetries?: number | undefined;
  /** Milliseconds that one attempt may take, body included; 0 for no limit. */
  readonly timeout?: number | undefined;
  /** Override every other header, compared without case; `null` takes one away. */
  readonly headers?: HeaderValues | Headers | undefined;
  /** Ends the request at once, wherever it is. The call rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What came with a response.
 *
 * @typeParam H - the headers that the document has of it, as it writes them: what `get` gives for each
 */
export interface LastResponse<H extends object = object> {
  readonly status: number;
  readonly headers: ResponseHeaders<H>;
  readonly requestId: string | null;
  /** The key that was sent. */
  readonly idempotencyKey: string | null;
}

/** Headers of which some are known. */
export type ResponseHeaders<H extends object = object> = [keyof H] extends [never]
  ? Headers
  : { get<N extends keyof H>(name: N): H[N] } & Headers;

/** A response. `lastResponse` is not enumerable: spreading and JSON give the plain response. */
export type Result<T, H extends object = object> = T & { readonly lastResponse: LastResponse<H> };

/** Sends calls. Holds its credentials where neither `inspect` nor JSON can see them. */
export interface Client<O extends RequestOptions = RequestOptions> {
  /** Use {@link request}, which gives the response its type. */
  readonly send: (call: Call, options?: O) => Promise<unknown>;
}

/**
 * Sends a call and gives the response that the document promises.
 *
 * @throws {TypeError} before anything is sent, naming the parameter whose value cannot be sent
 */
export function request<R, O extends RequestOptions = RequestOptions>(
  client: Client<O>,
  call: Call,
  options?: O,
): Promise<R> {
  // The document is the witness for the type of the response; nothing checks it at run time.
  return client.send(call, options) as Promise<R>;
}
