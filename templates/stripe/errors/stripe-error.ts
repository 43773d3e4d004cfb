import type { ApiErrors } from "../api.js";
import type { AnyStripeError } from "./index.js";
import { redact } from "./redact.js";

/** What is known of a failure besides its message. */
export interface ErrorDetails {
  /** The API's error object. */
  readonly error?: Partial<ApiErrors> | undefined;
  /** The answer that holds none. */
  readonly body?: unknown;
  readonly response?: Response;
  readonly cause?: unknown;
}

/** The fields of the document's schema `api_errors`. */
export interface StripeError extends Readonly<Omit<ApiErrors, "type" | "message">> {}

/**
 * Whatever goes wrong in a call. `type` tells the class, and narrows in a `switch`.
 *
 * `inspect` and JSON show the fields that are text or numbers. What may hold a client secret (the objects, the
 * headers, `raw`) can be read, but does not show.
 */
export abstract class StripeError extends Error {
  /** The literal `type` of the instances, by which another copy of this class knows them. */
  static readonly type: string = "StripeError";
  declare readonly type: AnyStripeError["type"];
  /** The API's own type of the error. */
  declare readonly rawType?: ApiErrors["type"];
  /** The HTTP status of the answer. */
  declare readonly statusCode?: number;
  declare readonly requestId?: string;
  /** The headers of the answer. */
  declare readonly headers?: Headers;
  /** The API's error object; or an answer that holds none, the first kB of it when it is text. */
  declare readonly raw?: unknown;

  constructor(message: string, { error, body, response, ...options }: ErrorDetails = {}) {
    super(redact(message), options);
    const fields = {
      ...error,
      type: new.target.type,
      rawType: error?.type,
      statusCode: response?.status,
      requestId: response?.headers.get("request-id"),
      headers: response?.headers,
      raw: error ?? (typeof body === "string" ? body.slice(0, 1024) : body),
    };
    for (const [name, value] of Object.entries(fields)) {
      const enumerable = typeof value !== "object" && name !== "raw";
      if (value != null && !(name in this))
        Object.defineProperty(this, name, { value, enumerable });
    }
  }

  override get name(): string {
    return this.type;
  }

  /** Holds for instances of another copy of the class too: this package comes as ESM and as CommonJS. */
  static override [Symbol.hasInstance]<T extends StripeError>(
    this: (abstract new (...args: never[]) => T) & { readonly type: string },
    value: unknown,
  ): value is T & Extract<AnyStripeError, { readonly type: T["type"] }> {
    for (let at = Object(value).constructor; at; at = Object.getPrototypeOf(at))
      if (at === this || (at.type === this.type && Object.hasOwn(this, "type"))) return true;
    return false;
  }
}
