/** What the runtime adds to the main entry of a client without a dialect. */
export * from "./errors/index.js";
export type { RawBody } from "./encode/body.js";
export type {
  Attempt,
  AttemptRequest,
  AttemptResponse,
  ClientOptions,
  Middleware,
} from "./client.js";
export type { Upload } from "./encode/multipart.js";
export type { Client, PlainOptions, RequestOptions } from "./plain.js";
export type { LastResponse, Result } from "./call/request.js";
export type { BasicCredential } from "./send/security.js";
