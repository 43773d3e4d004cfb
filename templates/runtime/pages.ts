/** How an API cuts its lists into pages. */
export interface Paging<P, T> {
  /** In the order in which they are to be seen. */
  items(page: P): readonly T[];
  /** What the request for the next page names; undefined: this page is the last. */
  cursor(page: P): string | undefined;
  /** @param from - the page that names it */
  fetch(cursor: string, from: P): Promise<P>;
  /** Makes the error for pages that form a cycle, which this one closes. */
  cycle(page: P): Error;
}

interface Items<T> {
  [Symbol.asyncIterator](): AsyncGenerator<T, void, undefined>;
  /**
   * The items of this page and of those behind it, `limit` at most.
   *
   * @throws {TypeError} without a limit
   */
  autoPagingToArray(options: { readonly limit: number }): Promise<T[]>;
}

/** A page: the plain response, over which and behind which can be iterated. None of the methods is enumerable. */
export type Page<P, T> = P &
  Items<T> & {
    /** undefined: this page is the last. */
    nextPage(): Promise<Page<P, T> | undefined>;
  };

/** The promise of a page. Iterating over it asks for further pages as they are needed. */
export type PagePromise<P, T> = Promise<Page<P, T>> & Items<T>;

export function paginate<P extends object, T>(
  first: Promise<P>,
  paging: Paging<P, T>,
): PagePromise<P, T> {
  const page = first.then((plain) => turnInto(plain, paging, { cursor: "", steps: 0, length: 1 }));
  return Object.defineProperties(
    page,
    iteration(() => page, paging),
  ) as PagePromise<P, T>;
}

/**
 * Finds a cycle of cursors without remembering them all (R. P. Brent, 1980): `cursor` stays while twice as many
 * steps as before go by; in a cycle, it comes up again.
 */
interface Trail {
  readonly cursor: string;
  readonly steps: number;
  readonly length: number;
}

function turnInto<P extends object, T>(plain: P, paging: Paging<P, T>, trail: Trail): Page<P, T> {
  const nextPage = async () => {
    const cursor = paging.cursor(plain);
    if (cursor === undefined) return undefined;
    if (cursor === trail.cursor) throw paging.cycle(plain);
    const steps = trail.steps + 1;
    const next =
      steps < trail.length ? { ...trail, steps } : { cursor, steps: 0, length: 2 * trail.length };
    return turnInto(await paging.fetch(cursor, plain), paging, next);
  };
  const page: Page<P, T> = Object.defineProperties(plain, {
    nextPage: { value: nextPage },
    ...iteration(async () => page, paging),
  }) as Page<P, T>;
  return page;
}

function iteration<P, T>(start: () => Promise<Page<P, T>>, paging: Paging<P, T>) {
  async function* items(): AsyncGenerator<T, void, undefined> {
    for (let page: Page<P, T> | undefined = await start(); page; page = await page.nextPage())
      // Not `yield*`: a page that is an array itself has this very iterator.
      for (const item of paging.items(page)) yield item;
  }
  async function autoPagingToArray(
    ...[options, ...more]: Parameters<Items<T>["autoPagingToArray"]>
  ): Promise<T[]> {
    const found: T[] = [];
    await start();
    const { limit } = { ...options };
    if (!(limit >= 0) || more.length)
      throw new TypeError("autoPagingToArray takes { limit: 1000 }, and no callback");
    if (limit <= 0) return found;
    for await (const item of items()) if (found.push(item) >= limit) break;
    return found;
  }
  return {
    [Symbol.asyncIterator]: { value: items },
    autoPagingToArray: { value: autoPagingToArray },
  };
}
