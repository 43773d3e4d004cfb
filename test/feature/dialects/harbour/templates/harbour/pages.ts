import { type PagePromise, paginate } from "../runtime/pages.js";
import { type Call, request, type Result } from "../runtime/call/request.js";
import type { Client, RequestOptions } from "./dialect.js";
import { HarbourError } from "./errors.js";
import type { HarbourList } from "./lists.js";

/** A page of a list, and the way to all the others. */
export type ListPromise<T> = PagePromise<Result<HarbourList<T>>, T>;

export function list<T>(
  client: Client,
  call: Omit<Call, "method">,
  options?: RequestOptions,
): ListPromise<T> {
  const fetch = (after?: string) =>
    request<Result<HarbourList<T>>, RequestOptions>(
      client,
      {
        ...call,
        method: "GET",
        query: after === undefined ? call.query : { ...call.query, after },
      },
      options,
    );
  return paginate(fetch(), {
    items: ({ items }) => items,
    cursor: ({ next }) => next ?? undefined,
    fetch,
    cycle: () => new HarbourError("the pages form a cycle"),
  });
}
