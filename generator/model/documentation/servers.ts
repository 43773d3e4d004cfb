import type { Server } from "../../openapi/index.js";
import type { DocumentedServer } from "../types/index.js";

/** All servers of a list (OpenAPI 3, "Server Object"). */
export function documentedServers(servers: readonly Server[] = []): DocumentedServer[] {
  return servers.map(({ url, description, variables = {} }) => ({
    url,
    ...(description === undefined ? {} : { description }),
    variables: Object.entries(variables).map(([name, variable]) => ({
      name,
      default: variable.default,
      ...(variable.enum === undefined ? {} : { values: variable.enum }),
      ...(variable.description === undefined ? {} : { description: variable.description }),
    })),
  }));
}
