import { type PagePromise as AnyPagePromise, paginate } from "../../runtime/pages.js";
import type { Result } from "../../runtime/call/request.js";
import type { Client, RequestOptions } from "../options/options.js";
import { CYCLE, type Iteration, type PageCall, pageOf, unusable, withIteration } from "../pages.js";
import { withRelated } from "./events.js";
import { follow } from "./follow.js";
import type { V2List } from "./lists.js";

export * from "../pages.js";
export { requestEvent, type V2Event } from "./events.js";

/** A page of a list of the second version, and the way to those behind it. */
export interface V2ListPromise<T> extends AnyPagePromise<Result<V2List<T>>, T>, Iteration<T> {}

/**
 * Lists whose pages name the next one: its path and query, on the same host.
 *
 * @see https://docs.stripe.com/api/v2-overview#list-pagination
 */
export function listV2<T>(
  client: Client,
  call: PageCall,
  options?: RequestOptions,
): V2ListPromise<T> {
  const fetch = async (next?: string) => {
    const own = next ? (follow(next, call) ?? call) : call;
    const page = await pageOf<Result<V2List<T>>>(client, own, options);
    for (const item of page.data) withRelated(client, item);
    return page;
  };
  return withIteration(
    paginate(fetch(), {
      items: ({ data }) => data,
      cursor(page) {
        const next: unknown = page.next_page_url ?? "";
        if (next === "") return undefined;
        if (typeof next === "string" && follow(next, call)) return next;
        throw unusable(call, page, "the next page is not a path on the same host");
      },
      fetch,
      cycle: (page) => unusable(call, page, CYCLE),
    }),
  );
}
