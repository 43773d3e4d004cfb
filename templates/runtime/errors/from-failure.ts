import type { Failure } from "../dialect.js";
import { ApiError } from "./api-error.js";
import { ConnectionError } from "./connection-error.js";
import { TimeoutError } from "./timeout-error.js";

export function toError(failure: Failure): ApiError | ConnectionError {
  if ("timeout" in failure) return new TimeoutError(`No answer within ${failure.timeout} ms`);
  if ("cause" in failure) return new ConnectionError(`No answer: ${failure.cause}`, failure);
  return new ApiError(failure.response, failure.body);
}
