import { type ApiErrors, apiVersion } from "../api.js";
import type { AnyStripeError } from "./index.js";
import type { RawErrorType, StripeRawError } from "./raw-error.js";

/** What is known of a failure that is not of the API's error object. */
export interface ErrorDetails {
  /** Default: what the error is made of. */
  readonly raw?: unknown;
  readonly method?: string;
  readonly path?: string;
  readonly requestId?: string | null;
  readonly cause?: unknown;
}

/** The fields of the document's schema `api_errors`. */
export interface BaseError extends Readonly<Omit<ApiErrors, "type" | "message">> {}

/** The fields of all errors, and how they are told apart. */
export class BaseError extends Error {
  /** The literal `type` of the instances, by which another copy of this class knows them. */
  static readonly type: string = "StripeError";
  /** The version of the API that its package is of: packages of two versions may be in one program. */
  static readonly apiVersion: string = apiVersion;
  declare readonly type: AnyStripeError["type"] | "StripeError";
  /** The API's own type of the error. */
  declare readonly rawType?: RawErrorType;
  /** Of the request. */
  declare readonly method?: string;
  /** The path template of the request: the ids in it may be personal. */
  declare readonly path?: string;
  /** The HTTP status of the response. */
  declare readonly statusCode?: number;
  declare readonly requestId?: string;
  declare readonly detail?: string;
  /** The headers of the response. */
  declare readonly headers?: Headers;
  /** The API's error object; or a response that holds none, the first kB of it when it is text. */
  declare readonly raw?: unknown;

  /** @param given - the message, or what the official SDK takes */
  constructor(given: string | Partial<StripeRawError> = {}, details: ErrorDetails = {}) {
    const { message, ...others }: Partial<StripeRawError> =
      typeof given === "string" ? { message: given } : given;
    super(message ?? "", details);
    const { cause: _, ...where } = details;
    const fields = {
      raw: given,
      ...others,
      ...where,
      type: new.target.type,
      rawType: others.type,
      headers: others.headers && new Headers(others.headers),
    };
    for (const [name, value] of Object.entries(fields)) {
      const enumerable = typeof value !== "object" && name !== "raw";
      if (value != null && !(name in this))
        Object.defineProperty(this, name, { value, enumerable, configurable: true });
    }
  }

  override get name(): string {
    return this.type;
  }

  /**
   * Holds for instances of another copy of the class too: this package comes as ESM and as CommonJS. A package of another
   * version of the API has classes of its own.
   */
  static override [Symbol.hasInstance]<T extends BaseError>(
    this: (abstract new (...args: never[]) => T) & { readonly type: string },
    value: unknown,
  ): value is T & Extract<AnyStripeError, { readonly type: T["type"] }> {
    for (let at = Object(value).constructor; at; at = Object.getPrototypeOf(at))
      if (
        at === this ||
        (at.type === this.type && at.apiVersion === apiVersion && Object.hasOwn(this, "type"))
      )
        return true;
    return false;
  }
}
