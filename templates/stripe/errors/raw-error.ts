import type { ApiErrors } from "../api.js";

/** The API's own types of errors: those of the document, and those that the official SDK knows besides. */
export type RawErrorType =
  | ApiErrors["type"]
  | "authentication_error"
  | "invalid_grant"
  | "rate_limit_error"
  | keyof MoreRawErrors;

/** What knows of more types adds them here. */
export interface MoreRawErrors {}

/** What an error is made of: the API's error object, and what came with it. The official SDK takes the same. */
export interface StripeRawError extends Omit<ApiErrors, "type"> {
  type: RawErrorType;
  headers?: { readonly [name: string]: string } | Headers;
  statusCode?: number;
  requestId?: string;
  detail?: string;
  doc_code?: string;
}
