import { mergeHeaders } from "openapi-fetch";
import type { Core } from "./core.js";
import type { Call, RequestOptions } from "./request.js";
import type { Outgoing } from "./transport.js";

/**
 * Readies a call, once for all its attempts.
 *
 * @throws {TypeError} naming the parameter whose value cannot be sent; what asking for credentials throws
 */
export async function prepare<O extends RequestOptions>(
  { dialect, server, options: { baseUrl, host, port, protocol = "https" } }: Core<O>,
  call: Call,
  options: O | undefined,
): Promise<Outgoing> {
  const { headers: added, query } = await dialect.prepare(call, options);
  const encoded = "body" in call ? await (call.encode ?? dialect.body)(call.body) : undefined;
  const headers = mergeHeaders(
    { "content-type": encoded?.contentType },
    call.headers,
    added,
    options?.headers,
  );
  return {
    call,
    server:
      baseUrl ??
      (host ? `${protocol}://${host}${port ? `:${port}` : ""}` : (call.server ?? server)),
    query: { ...call.query, ...query },
    serializeQuery: call.serializeQuery ?? dialect.query,
    headers,
    body: encoded?.body,
    repeatable:
      !encoded?.once &&
      (headers.has(dialect.idempotencyKey) || !/^(POST|PATCH)$/.test(call.method)),
  };
}
