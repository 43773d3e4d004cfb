/** URLs that come from outside: in the pages of a list, in an event. */
import { expandPath } from "../../runtime/encode/path.js";
import type { Call } from "../../runtime/call/request.js";

type Target = Omit<Call, "method">;

/**
 * The call of what a URL names: path and query as they are, on the API's own host. Undefined for all else: another host,
 * a way up in the hierarchy, what URL parsers leave out or take for something else.
 *
 * @param from - the call it follows; where only the query is another, errors tell of the same path
 */
export function follow(url: unknown, from?: Target): Target | undefined {
  const [, version, rest = "", query = ""] =
    /^(\/v\d+\/)([\w~!$&'()*+,;=:@%./-]+)(?:\?([\w~!$&'()*+,;=:@%/?.[\]-]*))?$/.exec(String(url)) ??
    [];
  if (version === undefined || /(^|\/)((\.|%2e){1,2}(;|\/|$)|\/)|%(2f|5c)/i.test(rest))
    return undefined;
  const target = { query: {}, serializeQuery: () => query };
  if (from && expandPath(from.path, from.pathParams ?? {}, from.pathStyles) === version + rest)
    return { ...from, ...target };
  return {
    ...target,
    path: `${version}{url}`,
    pathParams: { url: rest },
    pathStyles: { url: () => rest },
  };
}
