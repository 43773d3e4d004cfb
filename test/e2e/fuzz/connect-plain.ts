import type { WithCredentials } from "../../../templates/runtime/plain.js";
import { apiKey, basic, bearer } from "../../../templates/runtime/send/security.js";
import { connectPlain as connect } from "../../support/servers/plain.js";
import type { Server } from "../../support/servers/server.js";

/** A client without a dialect, with every kind of credentials, that does not wait between its attempts. */
export function connectPlain(server: Server, options: WithCredentials) {
  const schemes = {
    token: bearer,
    login: basic,
    header: apiKey("header", "X-Mine"),
    query: apiKey("query", "q"),
    cookie: apiKey("cookie", "sid"),
  };
  return connect(server, options, { schemes, require: Object.keys(schemes).map((name) => [name]) });
}
