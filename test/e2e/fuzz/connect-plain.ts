import { createClient } from "../../../templates/runtime/client.js";
import { plain, type PlainOptions } from "../../../templates/runtime/plain.js";
import { apiKey, basic, bearer } from "../../../templates/runtime/send/security.js";
import type { Server } from "../../support/servers/server.js";

/** A client without a dialect, with every kind of credentials, that does not wait between its attempts. */
export function connectPlain(server: Server, options: PlainOptions) {
  const schemes = {
    token: bearer,
    login: basic,
    header: apiKey("header", "X-Mine"),
    query: apiKey("query", "q"),
    cookie: apiKey("cookie", "sid"),
  };
  const dialect = plain(options, { schemes, require: Object.keys(schemes).map((name) => [name]) });
  const retry: typeof dialect.retry = (error, retries) =>
    dialect.retry(error, retries) === undefined ? undefined : 0;
  return createClient({ ...dialect, retry }, server.url, options);
}
