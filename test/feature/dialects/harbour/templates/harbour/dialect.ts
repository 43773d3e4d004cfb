import type {
  Client as AnyClient,
  ClientOptions,
  RequestOptions as AnyRequestOptions,
} from "../runtime/client.js";
import type { Dialect } from "../runtime/call/dialect.js";
import { json } from "../runtime/encode/json.js";
import { styled } from "../runtime/encode/params.js";
import { backoff } from "../runtime/send/retry.js";
import { apiVersion } from "./api.js";
import { type HarbourError, toError } from "./errors.js";

export interface HarbourOptions extends ClientOptions {
  readonly apiKey: string;
}

export type RequestOptions = AnyRequestOptions;
export type Client = AnyClient<RequestOptions>;

/** Harbour's habits: JSON, a key in a header of its own, and errors that say whether to come again. */
export function harbour({ apiKey }: HarbourOptions): Dialect<RequestOptions, HarbourError> {
  return {
    query: styled({}),
    body: json,
    requestId: "harbour-log",
    idempotencyKey: "harbour-once",
    prepare: (_, request) => ({
      headers: {
        accept: "application/json",
        "harbour-key": apiKey,
        "harbour-edition": apiVersion,
        "harbour-once": request?.idempotencyKey,
      },
    }),
    error: toError,
    retry: ({ status = 503 }, retries) => (status === 503 ? backoff(retries) : undefined),
  };
}
