import { createFinalURL, mergeHeaders, removeTrailingSlash } from "openapi-fetch";
import type { EncodedBody } from "./body.js";
import type { ClientOptions } from "./core.js";
import type { Dialect } from "./dialect.js";
import { expandPath, type PathParams } from "./path.js";
import type { Call, RequestOptions } from "./request.js";
import type { Outgoing } from "./transport.js";
import { namedValues } from "./value.js";

/** A call, ready to be sent. */
export interface Prepared {
  readonly init: Outgoing;
  /** Sending it twice has no other effect than sending it once. */
  readonly repeatable: boolean;
  readonly release: EncodedBody["release"];
}

/**
 * Readies a call, once for all its attempts.
 *
 * @throws {TypeError} naming the parameter whose value cannot be sent; what asking for credentials throws
 */
export async function prepare<O extends RequestOptions, E extends Error>(
  dialect: Dialect<O, E>,
  server: string,
  { baseUrl }: ClientOptions,
  call: Call,
  options: O | undefined,
): Promise<Prepared> {
  const { headers: added, query } = await dialect.prepare(call, options);
  const settings = {
    baseUrl: removeTrailingSlash(baseUrl ?? call.server ?? server),
    params: {
      path: call.pathParams ?? {},
      query: { ...namedValues(call.query, "query"), ...query },
    },
    querySerializer: call.serializeQuery ?? dialect.query,
    pathSerializer: (path: string, params: PathParams) => expandPath(path, params, call.pathStyles),
  };
  // Made once, so that what was checked is what all attempts send. Braces in a baseUrl are no parameters.
  const path = settings.pathSerializer(call.path, settings.params.path);
  const url = createFinalURL(path, { ...settings, params: { query: settings.params.query } });
  const { body, contentType, release }: Partial<EncodedBody> =
    ("body" in call && (await (call.encode ?? dialect.body)(call.body, dialect.date))) || {};
  const headers = mergeHeaders(
    { "content-type": contentType },
    call.headers,
    added,
    options?.headers,
  );
  return {
    init: {
      url,
      settings,
      headers,
      body: body ?? null,
    },
    repeatable:
      !release && (headers.has(dialect.idempotencyKey) || !/^(POST|PATCH)$/.test(call.method)),
    release,
  };
}
