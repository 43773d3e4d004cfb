import type { ClientOptions } from "./core.js";
import type { Call } from "./request.js";

/**
 * What the path of a call goes after.
 *
 * @throws {TypeError} where it is no address, or holds credentials, which errors would show
 */
export function baseUrlOf(
  { baseUrl, host, port = "", protocol = "https" }: ClientOptions,
  { server }: Call,
  standard: string,
): string {
  // An empty port is the protocol's own.
  const url = baseUrl ?? (host ? `${protocol}://${host}:${port}` : (server ?? standard));
  // A browser also takes a path, on its own host.
  if (/^((https?:\/)?\/[^\s\\?#@]*)?$/i.test(url)) return url.replace(/\/$/, "");
  throw new TypeError("baseUrl must be an http or https URL without credentials, query and hash");
}
