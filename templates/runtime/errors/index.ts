export { ApiError } from "./api-error.js";
export { type ApiErrorOf, type ErrorStatus, isApiError } from "./is-api-error.js";
export { ConnectionError } from "./connection-error.js";
export { TimeoutError } from "./timeout-error.js";
