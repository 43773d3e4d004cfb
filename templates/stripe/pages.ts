import { type PagePromise as AnyPagePromise, paginate } from "../runtime/pages.js";
import { type Call, request, type Result } from "../runtime/request.js";
import { StripeAPIError } from "./errors/stripe-api-error.js";
import type { ApiList, ApiSearchResult } from "./lists.js";
import type { Client, RequestOptions } from "./options.js";

/** A page of a list, and the way to all the others. */
export type PagePromise<T> = AnyPagePromise<Result<ApiList<T>>, T>;

/** A page of search results, and the way to those behind it. */
export type SearchPromise<T> = AnyPagePromise<Result<ApiSearchResult<T>>, T>;

type PageCall = Pick<Call, "path" | "pathParams" | "query">;

/**
 * Lists. With `ending_before`, items and pages come backwards, each page before the one seen last.
 *
 * @see https://docs.stripe.com/api/pagination
 */
export function list<T>(client: Client, call: PageCall, options?: RequestOptions): PagePromise<T> {
  const { query } = call;
  const { ending_before }: { readonly ending_before?: unknown } = query ?? {};
  const backwards = ending_before !== undefined;
  const fetch = (cursor?: string) =>
    request<Result<ApiList<T>>, RequestOptions>(
      client,
      {
        ...call,
        method: "GET",
        query:
          cursor === undefined
            ? query
            : { ...query, [backwards ? "ending_before" : "starting_after"]: cursor },
      },
      options,
    );
  return paginate(fetch(), {
    items: (page) => itemsOf(page, backwards),
    cursor: ({ data, has_more }) => (has_more ? idOf(data.at(backwards ? 0 : -1)) : undefined),
    fetch,
    error,
  });
}

/**
 * Searches.
 *
 * @see https://docs.stripe.com/api/pagination/search
 */
export function search<T>(
  client: Client,
  call: PageCall,
  options?: RequestOptions,
): SearchPromise<T> {
  const fetch = (page?: string) =>
    request<Result<ApiSearchResult<T>>, RequestOptions>(
      client,
      { ...call, method: "GET", query: page === undefined ? call.query : { ...call.query, page } },
      options,
    );
  return paginate(fetch(), {
    items: (page) => itemsOf(page, false),
    cursor: ({ has_more, next_page }) => {
      if (!has_more) return undefined;
      if (!next_page) throw error("More results follow, but the page does not name the next one");
      return next_page;
    },
    fetch,
    error,
  });
}

function itemsOf<T>({ data }: { readonly data: readonly T[] }, backwards: boolean): readonly T[] {
  if (!Array.isArray(data)) throw error("The answer is not a list");
  const items: T[] = [];
  for (const item of data) {
    if (backwards) items.unshift(item);
    else items.push(item);
  }
  return items;
}

function idOf(item: unknown): string {
  if (typeof item === "object" && item && "id" in item && typeof item.id === "string")
    return item.id;
  throw error("More items follow, but the page has no item with an id to go on from");
}

function error(message: string): StripeAPIError {
  return new StripeAPIError(message);
}
