import { type Call, type Client, request, type RequestOptions } from "../call/request.js";
import type { LastResponse } from "../call/request.js";
import { ApiError } from "../errors/api-error.js";
import { type PagePromise, paginate } from "../pages.js";
import { readJson } from "../response/read.js";
import { type Path, valueAt } from "./value-at.js";

/** Where the document's page came from. */
export interface Place {
  /** As it was sent. */
  readonly url: string;
  readonly call: Call;
  readonly headers: Headers;
}

export interface PageOptions {
  /** Where a page has its items; empty: the page itself is the array. */
  readonly items: Path;
  /** Where a page says false when it is the last. */
  readonly more?: Path;
}

/** How the page behind another one is found. */
export interface Way extends PageOptions {
  /** A text or number that names it. Nothing, null and the empty text: there is none. */
  next(page: object, place: Place, items: readonly unknown[]): unknown;
  /** The call of the page that has this name. */
  to(call: Call, cursor: string): Call;
  /** The name is made here and not by the API, which may not heed it. */
  readonly counts?: boolean;
}

/**
 * The items at a path, of each of the types that a page may have.
 *
 * @example ItemAt<{ data: Pet[] }, ["data"]> // Pet
 */
export type ItemAt<T, P extends readonly string[]> = P extends readonly [
  infer N,
  ...infer R extends readonly string[],
]
  ? T extends object
    ? N extends keyof T
      ? ItemAt<T[N], R>
      : never
    : never
  : T extends readonly (infer I)[]
    ? I
    : never;

/**
 * Sends a call that returns a page of a list, and those behind it as they are needed.
 *
 * @param call - or what makes it, where that may fail: the promise rejects then
 * @throws {ApiError} where a response is not a page, or does not lead to another one
 */
export function pages<P extends object, T>(
  client: Client,
  call: Call | (() => Promise<Call>),
  way: Way,
  options?: RequestOptions,
): PagePromise<P, T> {
  const places = new WeakMap<object, Place>();
  const base = Promise.resolve(typeof call === "function" ? call() : call);
  const itemsOf = (page: P) => (valueAt(page, way.items) ?? []) as readonly T[];
  const wrong = (page: P, why: string) => {
    const { status = 0, headers = new Headers() }: Partial<LastResponse> =
      Object(page).lastResponse;
    return new ApiError({ status, headers, statusText: "" }, page, places.get(page)?.call, why);
  };
  const get = async (own: Call): Promise<P> => {
    let url = "";
    const page = await request<P>(
      client,
      {
        ...own,
        accept: own.accept ?? "application/json",
        url: (made) => (url = own.url?.(made) ?? made),
        async read(response, reading) {
          const read = await readJson(response, reading);
          if (Object(read) === read && Array.isArray(valueAt(read, way.items) ?? [])) return read;
          throw new SyntaxError("The response is not a page of a list", { cause: read });
        },
      },
      options,
    );
    const { headers }: LastResponse = Object(page).lastResponse;
    places.set(page, { url, call: own, headers });
    return page;
  };
  return paginate<P, T>(base.then(get), {
    items: itemsOf,
    cursor(page) {
      const place = places.get(page);
      const more = way.more && valueAt(page, way.more);
      if (!place || more === false || (way.counts && !itemsOf(page).length)) return undefined;
      let next: unknown;
      try {
        next = way.next(page, place, itemsOf(page)) ?? "";
      } catch {
        throw wrong(page, "the next page is not on the API's own origin");
      }
      if (typeof next === "string" || typeof next === "number") return `${next}` || undefined;
      throw wrong(page, "the next page is not named by a text");
    },
    async fetch(cursor, from) {
      const page = await get(way.to(await base, cursor));
      const items = itemsOf(page);
      if (way.counts && items.length && JSON.stringify(items) === JSON.stringify(itemsOf(from)))
        throw wrong(page, CYCLE);
      return page;
    },
    cycle: (page) => wrong(page, CYCLE),
  });
}

const CYCLE = "the pages form a cycle";
