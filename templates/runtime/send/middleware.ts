import type { Middleware, MiddlewareCallbackParams } from "openapi-fetch";

/**
 * Takes one attempt through openapi-fetch's middleware as its own client does: `onRequest` in order, `onError` and
 * `onResponse` backwards. A response from `onRequest` is final.
 *
 * @throws what `fetch` and the middleware throw
 */
export async function through(
  middleware: readonly Middleware[],
  seen: MiddlewareCallbackParams,
  fetch: (request: Request) => Promise<Response>,
): Promise<Response> {
  let { request } = seen;
  const back: Middleware[] = [];
  for (const each of middleware) {
    back.unshift(each);
    const given = await each.onRequest?.({ ...seen, request });
    if (given instanceof Response) return given;
    request = oneOf(Request, given) ?? request;
  }

  let response = await fetch(request).catch(async (error: unknown) => {
    for (const each of back) {
      const given = await each.onError?.({ ...seen, request, error });
      if (given instanceof Response) return given;
      error = oneOf(Error, given) ?? error;
    }
    throw error;
  });
  for (const each of back) {
    const given = await each.onResponse?.({ ...seen, request, response });
    response = oneOf(Response, given) ?? response;
  }
  return response;
}

/** Types alone keep a middleware from giving something else. */
function oneOf<T>(kind: new (...parameters: never) => T, given: unknown): T | undefined {
  if (!given) return undefined;
  if (given instanceof kind) return given;
  throw new TypeError(`A middleware gave what is not a ${kind.name}`);
}
