import type { PageOptions, Way } from "./pages.js";
import { nextLink } from "./next-link.js";
import { type Path, valueAt } from "./value-at.js";

/** A page holds the URL of the next one. */
export function byUrl({ next, ...options }: PageOptions & { readonly next: Path }): Way {
  return {
    ...options,
    next: (page, { url }) => onSameOrigin(valueAt(page, next), url),
    to: follow,
  };
}

/** The header `Link` holds it. */
export function byLink(options: PageOptions): Way {
  return {
    ...options,
    next: (_, { url, headers }) => onSameOrigin(nextLink(headers.get("link") ?? ""), url),
    to: follow,
  };
}

/**
 * An absolute URL; what is no text is left as it is.
 *
 * @throws {TypeError} for one on another origin: it would get the credentials
 */
function onSameOrigin(next: unknown, from: string): unknown {
  if (typeof next !== "string" || !next) return next;
  // A browser also takes a URL without an origin, which is its own then.
  const base = new URL(/^https?:/i.test(from) ? from : new Request(from).url);
  const url = new URL(next, base);
  if (url.protocol !== base.protocol || url.host !== base.host || url.username || url.password)
    throw new TypeError("not on the same origin");
  url.hash = "";
  return url.href;
}

/** Whatever else a call has in its query, a key say, goes with it unless the URL has it already. */
const follow: Way["to"] = (call, next) => ({
  ...call,
  query: {},
  url(made) {
    const url = new URL(next);
    const own = new URLSearchParams((call.url?.(made) ?? made).split("?")[1]);
    const had = new Set(url.searchParams.keys());
    for (const [name, value] of own) if (!had.has(name)) url.searchParams.append(name, value);
    return url.href;
  },
});
