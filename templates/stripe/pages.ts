import { type PagePromise as AnyPagePromise, paginate } from "../runtime/pages.js";
import { type Call, request, type Result } from "../runtime/call/request.js";
import { StripeAPIError } from "./errors/stripe-error.js";
import type { ApiList, ApiSearchResult } from "./lists.js";
import type { Client, RequestOptions } from "./options/options.js";

/** A page of a list, and the way to all the others. */
export interface PagePromise<T> extends AnyPagePromise<Result<ApiList<T>>, T>, Iteration<T> {}

/** A page of search results, and the way to those behind it. */
export interface SearchPromise<T>
  extends AnyPagePromise<Result<ApiSearchResult<T>>, T>, Iteration<T> {}

/** Two more ways to iterate, as the official SDK has them. */
export interface Iteration<T> {
  /**
   * Calls a function for one item after the other, as `for await` does; waits for what it returns, and stops at false.
   *
   * @throws {TypeError} where it is not one function of one parameter
   */
  autoPagingEach(handler: (item: T) => Continue | Promise<Continue>): Promise<void>;
  /** The next item, from the first one on. */
  next(): Promise<IteratorResult<T, void>>;
  /** Ends what `next` iterates over. */
  return(): Promise<IteratorResult<T, void>>;
}

/** false: no further item. */
type Continue = boolean | void;

export type PageCall = Pick<Call, "path" | "pathParams" | "query">;

/**
 * Lists. With `ending_before`, items and pages come backwards, each page before the one seen last.
 *
 * @see https://docs.stripe.com/api/pagination
 */
export function list<T>(client: Client, call: PageCall, options?: RequestOptions): PagePromise<T> {
  const { query } = call;
  const { ending_before }: { readonly ending_before?: unknown } = query ?? {};
  const backwards = ending_before !== undefined;
  const fetch = (cursor?: string) => {
    const start = backwards ? "ending_before" : "starting_after";
    return pageOf<Result<ApiList<T>>>(
      client,
      { ...call, query: cursor === undefined ? query : { ...query, [start]: cursor } },
      options,
    );
  };
  return withIteration(
    paginate(fetch(), {
      items: ({ data }) => (backwards ? reversed(data) : data),
      cursor(page) {
        if (!page.has_more) return undefined;
        const id: unknown = Object(page.data.at(backwards ? 0 : -1)).id;
        if (id && typeof id === "string") return id;
        throw unusable(call, page, "more items follow, but there is no id to go on from");
      },
      fetch,
      cycle: (page) => unusable(call, page, CYCLE),
    }),
  );
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
    pageOf<Result<ApiSearchResult<T>>>(
      client,
      page === undefined ? call : { ...call, query: { ...call.query, page } },
      options,
    );
  return withIteration(
    paginate(fetch(), {
      items: ({ data }) => data,
      cursor(page) {
        const { has_more, next_page } = page;
        if (!has_more) return undefined;
        if (next_page && typeof next_page === "string") return next_page;
        throw unusable(call, page, "more results follow, but the next page is not named");
      },
      fetch,
      cycle: (page) => unusable(call, page, CYCLE),
    }),
  );
}

/** Adds those two ways. */
export function withIteration<P, T>(
  pages: AnyPagePromise<P, T>,
): AnyPagePromise<P, T> & Iteration<T> {
  let items: AsyncGenerator<T, void, undefined> | undefined;
  const started = () => (items ??= pages[Symbol.asyncIterator]());
  const methods: { readonly [N in keyof Iteration<T>]: { readonly value: Iteration<T>[N] } } = {
    autoPagingEach: {
      async value(handler, ...more: unknown[]) {
        // Whatever else is wrong: a promise that nobody waits for would end the process when it rejects.
        await pages;
        if (typeof handler !== "function" || handler.length > 1 || more.length)
          throw new TypeError(
            "autoPagingEach takes a function of an item, which returns false to stop, and no callback",
          );
        for await (const item of pages) if ((await handler(item)) === false) break;
      },
    },
    next: { value: () => started().next() },
    return: { value: () => started().return() },
  };
  return Object.defineProperties(pages, methods) as AnyPagePromise<P, T> & Iteration<T>;
}

function reversed<T>(items: readonly T[]): readonly T[] {
  const all: T[] = [];
  for (const item of items) all.unshift(item);
  return all;
}

export const CYCLE = "the pages form a cycle";

/** @throws {StripeAPIError} where the response is not a page */
export async function pageOf<P extends Result<{ data: readonly unknown[]; has_more?: boolean }>>(
  client: Client,
  call: Omit<Call, "method">,
  options: RequestOptions | undefined,
): Promise<P> {
  const page = await request<P, RequestOptions>(client, { ...call, method: "GET" }, options);
  const { data, has_more }: { readonly data: unknown; readonly has_more?: unknown } = page;
  const isPage =
    Array.isArray(data) &&
    data.every((item) => item === Object(item)) &&
    typeof (has_more ?? false) === "boolean";
  if (isPage) return page;
  throw unusable(call, page, "the response is not a page of a list");
}

/** The error for a page from which there is no way on. It tells neither ids nor the query. */
export function unusable(
  { path }: Pick<Call, "path">,
  page: Result<object>,
  why: string,
): StripeAPIError {
  const { status: statusCode, headers, requestId } = page.lastResponse;
  return new StripeAPIError(
    { message: `GET ${path}: ${why}`, statusCode, headers },
    { raw: page, method: "GET", path, requestId },
  );
}
