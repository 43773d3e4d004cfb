import { mergeHeaders } from "openapi-fetch";
import type { EncodedBody } from "./body.js";
import type { Core } from "./core.js";
import type { Call, RequestOptions } from "./request.js";
import type { Outgoing } from "./transport.js";

/** A call, ready to be sent. */
export interface Prepared {
  readonly outgoing: Outgoing;
  /** Sending it twice has no other effect than sending it once. */
  readonly repeatable: boolean;
  readonly release: EncodedBody["release"];
}

/**
 * Readies a call, once for all its attempts.
 *
 * @throws {TypeError} naming the parameter whose value cannot be sent; what asking for credentials throws
 */
export async function prepare<O extends RequestOptions>(
  { dialect, server: ownServer, options: { baseUrl, host, port, protocol = "https" } }: Core<O>,
  call: Call,
  options: O | undefined,
): Promise<Prepared> {
  const { headers: added, query } = await dialect.prepare(call, options);
  const encoded =
    "body" in call ? await (call.encode ?? dialect.body)(call.body, dialect.date) : undefined;
  const headers = mergeHeaders(
    { "content-type": encoded?.contentType },
    call.headers,
    added,
    options?.headers,
  );
  const server = host
    ? `${protocol}://${host}${port ? `:${port}` : ""}`
    : (call.server ?? ownServer);
  return {
    outgoing: {
      baseUrl: baseUrl ?? server,
      params: { path: call.pathParams ?? {}, query: { ...call.query, ...query } },
      querySerializer: call.serializeQuery ?? dialect.query,
      headers,
      body: encoded?.body,
    },
    repeatable:
      !encoded?.release &&
      (headers.has(dialect.idempotencyKey) || !/^(POST|PATCH)$/.test(call.method)),
    release: encoded?.release,
  };
}
