import type { Where } from "../call/dialect.js";
import type { ResponseHead } from "../response/failure.js";
import type { Method } from "../call/request.js";
import { describeResponse } from "./describe.js";
import { isOfKind, type NamedClass } from "./kind.js";

/**
 * The API responded with a status that is not 2xx, or with a body that cannot be read. The message tells method, path
 * template, status, and what the API says: `GET /pets/{petId}: 404 Not Found: no such pet`.
 */
export class ApiError extends Error {
  static readonly kind: string = "ApiError";
  override readonly name: string = "ApiError";
  readonly type = "ApiError";
  readonly status: number;
  declare readonly method?: Method;
  /** The path template: the values in it may be personal. */
  declare readonly path?: string;
  declare readonly headers: Headers;
  /** What the document says of errors, where it was JSON; else its text. It does not show in logs and JSON. */
  declare readonly body: unknown;

  /** @param why - what is wrong, where a response with a good status is of no use. Default: what the body says. */
  constructor(
    response: ResponseHead,
    body: unknown,
    where?: Pick<Where, "method" | "path">,
    why = wordsOf(body),
  ) {
    const { status, headers } = response;
    const text = where ? describeResponse(response, where) : String(status);
    super([text, why].filter(Boolean).join(": "));
    this.status = status;
    if (where) Object.assign(this, { method: where.method, path: where.path });
    Object.defineProperties(this, {
      headers: { value: headers },
      body: { value: body, configurable: true },
    });
  }

  static override [Symbol.hasInstance]<T extends ApiError>(
    this: (abstract new (...args: never[]) => T) & NamedClass,
    value: unknown,
  ): value is T {
    return isOfKind(this, value);
  }
}

/** What an error object says for people, under the names that are common: RFC 9457, OAuth, and no standard at all. */
function wordsOf(body: unknown): string | undefined {
  const { message, detail, error_description, error, title } = Object(body);
  const all: unknown[] = [message, Object(error).message, error_description, detail, error, title];
  return all.find((words) => typeof words === "string")?.slice(0, 1024);
}
