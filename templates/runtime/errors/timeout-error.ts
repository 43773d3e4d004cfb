import { ConnectionError } from "./connection-error.js";

/** No response within `timeout`, which the message tells: the request may have arrived. */
export class TimeoutError extends ConnectionError {
  static override readonly kind: string = "TimeoutError";
  override readonly name: string = "TimeoutError";
  override readonly type = "TimeoutError";
}
