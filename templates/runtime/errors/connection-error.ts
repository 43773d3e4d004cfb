import { isOfKind, type Kind } from "./kind.js";

/** No answer, or only part of one: the request may have arrived. `cause` is what `fetch` said. */
export class ConnectionError extends Error {
  static readonly kind: string = "ConnectionError";
  override readonly name: string = "ConnectionError";
  readonly type: "ConnectionError" | "TimeoutError" = "ConnectionError";

  static override [Symbol.hasInstance]<T extends ConnectionError>(
    this: (abstract new (...args: never[]) => T) & Kind,
    value: unknown,
  ): value is T {
    return isOfKind(this, value);
  }
}
