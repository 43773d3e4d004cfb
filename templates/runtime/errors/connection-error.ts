/** No answer, or only part of one: the request may have arrived. `cause` is what `fetch` said. */
export class ConnectionError extends Error {
  override readonly name: string = "ConnectionError";
  readonly type: "ConnectionError" | "TimeoutError" = "ConnectionError";
}
