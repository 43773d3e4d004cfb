import type { TestOperation } from "../document/data.js";
import { document } from "../document/document.js";
import { membersOf } from "../document/members.js";
import type { Pair } from "./fields.js";

/**
 * Takes the API keys out of a query, which are no parameters of the operation.
 *
 * @returns a sentence for each that is empty, or there more than once
 */
export function takeKeys(
  search: readonly Pair[],
  { keys = document.keys ?? [], query }: TestOperation,
): { readonly query: readonly Pair[]; readonly problems: readonly string[] } {
  const own = (query === undefined ? undefined : membersOf(query)?.properties) ?? {};
  const names = new Set(keys.filter((name) => !Object.hasOwn(own, name)));
  const problems = [...names].flatMap((name) => {
    const values = search.flatMap(([given, value]) => (given === name ? [value] : []));
    const isRight = values.length === 0 || (values.length === 1 && values[0] !== "");
    return isRight ? [] : [`${name}, an API key, must be one text that is not empty`];
  });
  return { query: search.filter(([name]) => !names.has(name)), problems };
}
