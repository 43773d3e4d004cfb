/** Lists of one page: whoever iterates over them comes to an end. */
import { isPlainObject, type TestPages } from "../document/data.js";

/**
 * The page as the last one, unless a test has said which one follows. Where pages are counted, those behind the first are
 * empty.
 *
 * @param query - of the request
 */
export function asLastPage(
  page: unknown,
  given: unknown,
  { items, next, end, more, parameter, first = 0 }: TestPages,
  query: URLSearchParams,
): unknown {
  let last = page;
  if (next !== undefined && !has(given, next)) last = withValue(last, next, end);
  if (more !== undefined && !has(given, more)) last = withValue(last, more, false);
  const isBehind = parameter !== undefined && Number(query.get(parameter)) > first;
  return isBehind ? withValue(last, items, []) : last;
}

function has(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  return isPlainObject(value) && Object.hasOwn(value, name) && has(value[name], rest);
}

/** What has no such place stays as it is. */
function withValue(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (!isPlainObject(whole) || !Object.hasOwn(whole, name)) return whole;
  return { ...whole, [name]: withValue(whole[name], rest, value) };
}
