import { mergeHeaders } from "./headers.js";
import { expandPath } from "./path.js";
import type { Call, RequestOptions } from "./request.js";
import type { Core } from "./core.js";
import type { Outgoing } from "./transport.js";

/**
 * Encodes a call, once for all its attempts, so that they are the same to the byte.
 *
 * @throws {TypeError} naming the parameter whose value cannot be sent; what asking for credentials throws
 */
export async function prepare<O extends RequestOptions>(
  { dialect, server, baseUrl }: Core<O>,
  call: Call,
  options: O | undefined,
): Promise<Outgoing> {
  const path = expandPath(call.path, call.pathParams);
  const search = call.query ? (call.serializeQuery ?? dialect.query)(call.query) : "";
  const encoded = "body" in call ? await (call.encode ?? dialect.body)(call.body) : undefined;
  const prepared = await dialect.prepare(call, options);
  const headers = mergeHeaders(
    { accept: call.read ? undefined : "application/json", "content-type": encoded?.contentType },
    prepared.headers,
    call.headers,
    options?.headers,
  );
  return {
    call,
    server: baseUrl ?? call.server ?? server,
    path,
    search: search && prepared.query ? `${search}&${prepared.query}` : search || (prepared.query ?? ""),
    headers,
    body: encoded?.body,
    repeatable:
      !encoded?.once &&
      (headers[dialect.idempotencyKey] != null || (call.method !== "POST" && call.method !== "PATCH")),
  };
}
