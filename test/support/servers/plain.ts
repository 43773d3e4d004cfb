/** A client of no document, for the runtime itself: it does not wait before it asks again. */
import { createClient } from "../../../templates/runtime/client.js";
import { type Document, plain, type WithCredentials } from "../../../templates/runtime/plain.js";
import type { Server } from "./server.js";

export function connectPlain(
  server: Server,
  options: WithCredentials = {},
  document: Document = {},
) {
  const dialect = plain(options, document);
  const hasty: typeof dialect = {
    ...dialect,
    retry: (error, retries) => (dialect.retry(error, retries) === undefined ? undefined : 0),
  };
  return createClient(hasty, server.url, options);
}
