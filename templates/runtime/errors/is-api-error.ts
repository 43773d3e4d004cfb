import { ApiError } from "./api-error.js";

/** Status codes that are not 2xx, as far as IANA has registered them. */
export type ErrorStatus = RedirectStatus | ClientErrorStatus | ServerErrorStatus;

type RedirectStatus = 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;

type ClientErrorStatus =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415)
  | (416 | 417 | 418 | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451);

type ServerErrorStatus = 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511;

interface Ranges {
  readonly "3XX": RedirectStatus;
  readonly "4XX": ClientErrorStatus;
  readonly "5XX": ServerErrorStatus;
}

/** The status codes that an operation's errors are listed under: `404` and `"404"` are one. */
type Listed<K> = K extends number ? K : K extends `${infer Code extends number}` ? Code : never;

/** The status codes of one key: its own, or those of a range, or all of `default`, that are not listed themselves. */
type StatusOf<K, All> =
  Listed<K> extends never
    ? K extends keyof Ranges
      ? Exclude<Ranges[K], Listed<All>>
      : Exclude<ErrorStatus, Covered<All>>
    : Listed<K>;

type Covered<All> = Listed<All> | Ranges[Extract<All, keyof Ranges>];

/** An error of an operation: its `status` tells what its `body` is. What the document does not list is unknown. */
export type ApiErrorOf<Errors> =
  | {
      [K in keyof Errors]: ApiError & {
        readonly status: StatusOf<K, keyof Errors>;
        readonly body: Errors[K];
      };
    }[keyof Errors]
  | ("default" extends keyof Errors
      ? never
      : ApiError & {
          readonly status: Exclude<ErrorStatus, Covered<keyof Errors>>;
          readonly body: unknown;
        });

/**
 * Whether an error is the API's response, typed by the operation that was called:
 * `if (isApiError<GetPetErrors>(error) && error.status === 404) error.body …`
 *
 * The document is the witness for the types: nothing checks at run time which operation the error is of.
 */
export function isApiError<Errors = object>(error: unknown): error is ApiErrorOf<Errors> {
  return error instanceof ApiError;
}
