import type { ClientOptions } from "./core.js";

/**
 * What stands for every server of the document: `baseUrl`, or a host with its port and protocol; undefined: nothing
 * does. Paths are put behind it as they are, so a host is a host and no more.
 *
 * @throws {TypeError} naming the option
 */
export function ownBaseUrl({
  baseUrl,
  host,
  port,
  protocol = "https",
}: ClientOptions): string | undefined {
  if (baseUrl != null) return checked(baseUrl);
  if (!host) return undefined;
  fit("protocol", protocol, /^https?$/);
  fit("host", host, /^([^\s/?#@:[\]\\]+|\[[\da-f:.]+\])$/i);
  // An empty port is the protocol's own.
  return `${protocol}://${host}:${fit("port", `${port ?? ""}`, /^\d{0,5}$/)}`;
}

/**
 * The base of a call's URL, without a slash at the end.
 *
 * @throws {TypeError} where it is no address, or holds credentials, which errors would show
 */
export function checked(url: string): string {
  // A browser also takes a path, on its own host.
  if (/^((https?:\/)?\/[^\s\\?#@]*)?$/i.test(url)) return `${url}`.replace(/\/$/, "");
  throw new TypeError("baseUrl must be an http or https URL without credentials, query and hash");
}

/** @throws {TypeError} naming what was given, but not its value, which may hold a password */
function fit(name: string, value: string, pattern: RegExp): string {
  if (typeof value === "string" && pattern.test(value)) return value;
  throw new TypeError(`${name}: the value is not a ${name} that can be used`);
}
