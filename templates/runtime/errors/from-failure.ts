import type { Where } from "../call/dialect.js";
import type { Failure } from "../response/failure.js";
import { ApiError } from "./api-error.js";
import { ConnectionError } from "./connection-error.js";
import { describeSilence } from "./describe.js";
import { TimeoutError } from "./timeout-error.js";

export function toError(failure: Failure, where: Where): ApiError | ConnectionError {
  if ("response" in failure) return new ApiError(failure.response, failure.body, where);
  const message = describeSilence(failure, where);
  return "timeout" in failure
    ? new TimeoutError(message, where)
    : new ConnectionError(message, { ...where, ...failure });
}
