import { isOfKind, type Kind } from "./kind.js";

/** The API answered with a status that is not 2xx, or with a body that cannot be read. */
export class ApiError extends Error {
  static readonly kind: string = "ApiError";
  override readonly name: string = "ApiError";
  readonly type = "ApiError";
  readonly status: number;
  declare readonly headers: Headers;
  /** What the document says of errors, where it was JSON; else its text. It does not show in logs and JSON. */
  declare readonly body: unknown;

  constructor({ status, headers }: Response, body: unknown) {
    super(`The API answered with status ${status}`);
    this.status = status;
    Object.defineProperties(this, { headers: { value: headers }, body: { value: body } });
  }

  static override [Symbol.hasInstance]<T extends ApiError>(
    this: (abstract new (...args: never[]) => T) & Kind,
    value: unknown,
  ): value is T {
    return isOfKind(this, value);
  }
}
