import type { Where } from "../call/dialect.js";
import type { Method } from "../call/request.js";
import { isOfKind, type NamedClass } from "./kind.js";

/**
 * No response, or only part of one: the request may have arrived. The message tells method, host and reason, `POST
 * api.example.com: connect ECONNREFUSED 127.0.0.1:1`; `cause` is what `fetch` said.
 */
export class ConnectionError extends Error {
  static readonly kind: string = "ConnectionError";
  override readonly name: string = "ConnectionError";
  readonly type: "ConnectionError" | "TimeoutError" = "ConnectionError";

  declare readonly method?: Method;
  /** The path template. */
  declare readonly path?: string;

  constructor(message: string, details: Partial<Where> & { readonly cause?: unknown } = {}) {
    super(message, details);
    if (details.method) Object.assign(this, { method: details.method, path: details.path });
  }

  static override [Symbol.hasInstance]<T extends ConnectionError>(
    this: (abstract new (...args: never[]) => T) & NamedClass,
    value: unknown,
  ): value is T {
    return isOfKind(this, value);
  }
}
