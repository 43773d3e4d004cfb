import type { ClientOptions } from "./client-options.js";

/**
 * What stands for every server of the document: `baseUrl`, or a host with its port and protocol; undefined: nothing
 * does. Paths are put behind it as they are, so a host is a host and no more.
 *
 * @throws {TypeError} naming the options, but not their values, which may hold a password
 */
export function ownBaseUrl({
  baseUrl,
  host,
  port = "",
  protocol = "https",
}: ClientOptions): string | undefined {
  if (baseUrl != null || !host) return baseUrl == null ? undefined : checked(baseUrl);
  // An empty port is the protocol's own.
  const url = `${protocol}://${host}:${port}`;
  if (HOST_ONLY.test(url)) return url;
  throw new TypeError("protocol, host, port: not an address");
}

const HOST_ONLY = /^https?:\/\/([^\s/?#@:[\]\\]+|\[[\da-f:.]+]):\d{0,5}$/i;

/**
 * The base of a call's URL, without a slash at the end.
 *
 * @throws {TypeError} where it is not an address, or holds credentials, which errors would show
 */
export function checked(url: string): string {
  // A browser also takes a path, on its own host.
  if (typeof url === "string" && /^((https?:\/)?\/[^\s\\?#@]*)?$/i.test(url))
    return url.replace(/\/$/, "");
  throw new TypeError("baseUrl must be an http or https URL without credentials, query and hash");
}
