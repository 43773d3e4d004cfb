import type { HeaderValues } from "../call/request.js";
import { refusal } from "../encode/value.js";

/**
 * Headers of several sources. Of those that say something of a header, the last one decides; `null` takes it away.
 *
 * @throws {TypeError} naming the header whose value cannot be sent: what the platform says would quote it
 */
export function mergeHeaders(...sources: readonly (HeaderValues | Headers | undefined)[]): Headers {
  const headers = new Headers();
  for (const source of sources) {
    const entries: Iterable<readonly [string, unknown]> =
      source && Symbol.iterator in source ? source : Object.entries(source ?? {});
    for (const [name, value] of entries) {
      try {
        if (value === null) headers.delete(name);
        else if (value !== undefined) headers.set(name, String(value));
      } catch {
        throw refusal(/^[\w-]+$/.test(name) ? name : "headers", "what is given", "header");
      }
    }
  }
  return headers;
}

/**
 * Headers of every call, without those of which the call says something itself.
 *
 * @throws {TypeError} for `content-type`, which belongs to a body
 */
export function unlessSaid(headers: HeaderValues = {}, said: HeaderValues): HeaderValues {
  const taken = Object.keys(said).filter((name) => said[name] !== undefined);
  const names = new Set(taken.map((name) => name.toLowerCase()));
  const left = Object.entries(headers).flatMap(([given, value]) => {
    const name = given.toLowerCase();
    if (name === "content-type")
      throw new TypeError("headers: content-type is set by each call, as its body needs it");
    return names.has(name) ? [] : [[name, value]];
  });
  return Object.fromEntries(left);
}
