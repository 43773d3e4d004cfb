import { createFinalURL } from "openapi-fetch";
import type { EncodedBody } from "../encode/body.js";
import type { Dialect } from "../call/dialect.js";
import { mergeHeaders } from "./headers.js";
import { expandPath, type PathParams } from "../encode/path.js";
import { secretsIn } from "../support/redact.js";
import type { Call, RequestOptions } from "../call/request.js";
import type { Outgoing } from "./transport.js";
import { namedValues } from "../encode/value.js";

/** A call, ready to be sent. */
export interface Prepared {
  readonly init: Outgoing;
  /** Other credentials may be asked for, and the call sent again with them. */
  readonly isRenewable: boolean | undefined;
  /** What no error may show. */
  readonly secrets: () => readonly string[];
  readonly release: EncodedBody["release"];
}

/**
 * Readies a call, once for all its attempts.
 *
 * @throws {TypeError} naming the parameter whose value cannot be sent; what asking for credentials throws
 */
export async function prepare<O extends RequestOptions, E extends Error>(
  dialect: Dialect<O, E>,
  baseUrl: string,
  call: Call,
  options: O | undefined,
  refresh: boolean,
): Promise<Prepared> {
  const { idempotencyKey } = dialect;
  // By this name it is refused where it cannot be sent.
  const own = mergeHeaders({ idempotencyKey: options?.idempotencyKey }).get("idempotencyKey");
  const {
    headers: added,
    query,
    key,
    secrets = [],
    isRenewable,
  } = await dialect.prepare(call, options, refresh);
  const settings = {
    baseUrl,
    params: {
      path: call.pathParams ?? {},
      query: { ...namedValues(call.query, "query"), ...query },
    },
    querySerializer: call.serializeQuery ?? dialect.query,
    pathSerializer: (path: string, params: PathParams) => expandPath(path, params, call.pathStyles),
  };
  // Before there is a stream to let go of; and once, so that what was checked is what all attempts send.
  const url = (call.url ?? String)(createFinalURL(call.path, settings));
  const { body, contentType, release }: Partial<EncodedBody> =
    ("body" in call && (await (call.encode ?? dialect.body)(call.body, dialect.date))) || {};
  const headers = mergeHeaders(
    { "content-type": contentType, [idempotencyKey]: key },
    call.headers,
    added,
    { [idempotencyKey]: own || undefined },
    options?.headers,
  );
  // An empty key is none: each attempt would act.
  if (headers.get(idempotencyKey) === "")
    if (own || key) headers.set(idempotencyKey, own || key || "");
    else headers.delete(idempotencyKey);
  return {
    init: {
      url,
      settings,
      headers,
      body: body ?? null,
      repeatable: !release && (headers.has(idempotencyKey) || !/^(POST|PATCH)$/.test(call.method)),
    },
    secrets: () => [...secrets, ...secretsIn(headers)],
    isRenewable: !release && isRenewable,
    release,
  };
}
