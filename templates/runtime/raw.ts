import { hasBody } from "./methods.js";
import type { Client as FetchClient, HeadersOptions, ParseAs } from "openapi-fetch";
import type { PathParams } from "./encode/path.js";
import type { Incoming } from "./response/incoming.js";
import { readJson, type Reader, stream } from "./response/read.js";
import type { Call, Client, HeaderValues, Method } from "./call/request.js";
import { mergeHeaders } from "./send/headers.js";

/**
 * The client of openapi-fetch, typed by `paths` as openapi-typescript writes them. It rejects with the same errors as
 * every other call, so that `error` is never set. Beside its parameters, a call takes the options of a request.
 */
export type RawClient<Paths extends object> = Omit<FetchClient<Paths>, "use" | "eject"> & {
  /** The method of OpenAPI 3.2 that openapi-fetch does not have. */
  readonly QUERY: FetchClient<QueryPaths<Paths>>["POST"];
};

/** What is read by QUERY, as if it were by POST. */
type QueryPaths<Paths> = {
  [Path in keyof Paths as Paths[Path] extends { query: object } ? Path : never]: {
    post: Paths[Path] extends { query: infer Operation } ? Operation : never;
  };
};

/** What a call says besides its path, query and body. */
export interface RawParams {
  readonly header: Readonly<Record<string, unknown>>;
  readonly cookie: Readonly<Record<string, unknown>>;
  /** Of the call's own headers: what a body is of whose media type the document leaves open. */
  readonly contentType: string | undefined;
}

/** What an operation does otherwise than most. */
export type Particular = Partial<Omit<Call, "method" | "query" | "body">>;

/** @param particulars - of the operation with this method and path, `POST /v1/files` */
export function rawClient<Paths extends object>(
  client: Client<never>,
  particulars: (operation: string, params: RawParams) => Particular,
): RawClient<Paths> {
  const request = async (method: Method, path: string, init: Init = {}): Promise<object> => {
    const { params, body, parseAs, ...options } = init;
    const { path: pathParams = {}, header = {}, cookie = {}, query } = params ?? {};
    const { headers } = options;
    const contentType = mergeHeaders(headers as HeaderValues).get("content-type") ?? undefined;
    const particular = particulars(`${method} ${path}`, { header, cookie, contentType });
    const read = (parseAs ? undefined : particular.read) ?? READERS[parseAs ?? "json"];
    let response: Response | undefined;
    const call: Call = {
      method,
      path,
      pathParams,
      query,
      ...particular,
      ...((body !== undefined || hasBody(method)) && { body }),
      read: (received, reading) => {
        response = headOf(received);
        return read(received, reading);
      },
    };
    // openapi-fetch allows more beside its own options: those of a request.
    const data = await client.send(call, options as never);
    return { data, response };
  };
  const on = (method: Method) => (path: string, init?: Init) => request(method, path, init);
  const methods: { readonly [M in Method | "request"]: unknown } = {
    request: (method: Lowercase<Method>, path: string, init?: Init) =>
      request(method.toUpperCase() as Method, path, init),
    GET: on("GET"),
    PUT: on("PUT"),
    POST: on("POST"),
    DELETE: on("DELETE"),
    OPTIONS: on("OPTIONS"),
    HEAD: on("HEAD"),
    PATCH: on("PATCH"),
    TRACE: on("TRACE"),
    QUERY: on("QUERY"),
  };
  // The document is the witness for the types of paths and responses; nothing checks them at run time.
  return methods as RawClient<Paths>;
}

/** What was received, as openapi-fetch gives it. Its body is read by the call. */
function headOf(received: Incoming): Response {
  if (received instanceof Response) return received;
  const { status, statusText, headers } = received;
  return new Response(null, { status, statusText, headers });
}

interface Init extends Record<string, unknown> {
  readonly params?: {
    readonly path?: PathParams;
    readonly query?: object;
    readonly header?: RawParams["header"];
    readonly cookie?: RawParams["cookie"];
  };
  readonly body?: unknown;
  readonly headers?: HeadersOptions;
  readonly parseAs?: ParseAs;
}

const READERS: Readonly<Record<ParseAs, Reader>> = {
  json: readJson,
  text: (response) => response.text(),
  blob: (response) => response.blob(),
  arrayBuffer: (response) => response.arrayBuffer(),
  stream,
};
