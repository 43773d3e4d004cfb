import type { Where } from "../call/dialect.js";
import type { NoResponse, ResponseHead } from "../response/failure.js";

/** `GET /pets/{petId}: 404 Not Found`, without the values in the path: they may be personal. */
export function describeResponse(
  { status, statusText }: ResponseHead,
  { method, path }: Pick<Where, "method" | "path">,
): string {
  const unreadable = status < 300 ? ": the response cannot be read" : "";
  return `${method} ${path}: ${`${status} ${statusText}`.trim()}${unreadable}`;
}

/** `POST api.example.com: connect ECONNREFUSED 127.0.0.1:1` */
export function describeSilence(failure: NoResponse, { method, host }: Where): string {
  return `${method} ${host}: ${
    "timeout" in failure
      ? `no response within the timeout of ${failure.timeout} ms`
      : reasonOf(failure.cause)
  }`;
}

/** The innermost cause: what `fetch` says itself is that it failed. Some platforms add the URL, with ids in it. */
function reasonOf(failed: unknown, depth = 6): string {
  const { cause, errors, message, code } = Object(failed);
  const inner: unknown[] = depth ? [cause ?? errors ?? []].flat() : [];
  const text: unknown = message || code || failed;
  return (
    inner.map((each) => reasonOf(each, depth - 1)).join(", ") ||
    (typeof text === "string" ? text : "no response").replace(/(:\/\/[^/\s]+)\/[^\s)]*/g, "$1")
  );
}
