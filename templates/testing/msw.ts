import { TestFetchError } from "./error.js";
import type { TestFetch } from "./types.js";

/** As much of `http` of Mock Service Worker (`msw`) as is needed. */
interface Http<Handler> {
  readonly all: (
    url: string,
    respond: (call: { readonly request: Request }) => Promise<Response>,
  ) => Handler;
}

/**
 * A handler for Mock Service Worker that responds as a test's `fetch` does: for code that makes its own client.
 *
 * A call that the test's `fetch` refuses gets status 400 with the reason as its message, which no client sends again.
 *
 * @example
 * ```ts
 * const fetch = createTestFetch();
 * const server = setupServer(mswHandler(http, "https://api.example.com/*", fetch));
 * ```
 *
 * @param http - from `msw`
 * @param url - which requests it is for, as MSW writes it
 */
export function mswHandler<Handler>(http: Http<Handler>, url: string, fetch: TestFetch): Handler {
  return http.all(url, async ({ request }) => {
    try {
      const response = await fetch(request);
      // A refusal throws when it is looked at.
      return response.status ? response : Response.error();
    } catch (error) {
      if (!(error instanceof TestFetchError)) throw error;
      return Response.json({ error: { message: error.message } }, { status: 400 });
    }
  });
}
