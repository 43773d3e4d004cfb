/** Security and servers in words. */
import type { DocumentedServer, Requirements, ServerVariable } from "../../model/types/index.js";
import type { Property } from "../shapes/types.js";
import type { ServerText } from "./types.js";

/** One line for each alternative: `key and login (read, write)`. */
export function requirementTexts(requirements: Requirements | undefined): string[] {
  return (requirements ?? []).map((all) =>
    all.length === 0
      ? "none"
      : all
          .map(({ scheme, scopes }) =>
            scopes.length === 0 ? scheme : `${scheme} (${scopes.join(", ")})`,
          )
          .join(" and "),
  );
}

export function serverTexts(servers: readonly DocumentedServer[]): ServerText[] {
  return servers.map(({ url, description, variables }, n) => ({
    url,
    ...(description === undefined ? {} : { description }),
    variables: variables.map((variable) => variableProperty(variable, `server.${n + 1}`)),
  }));
}

function variableProperty(
  { name, values = [], default: byDefault, description }: ServerVariable,
  anchor: string,
): Property {
  return {
    name,
    anchor: `${anchor}.${name}`,
    type: ["string"],
    required: false,
    deprecated: false,
    ...(description === undefined ? {} : { description }),
    values: values.map((value) => JSON.stringify(value)),
    facts: [`default: ${JSON.stringify(byDefault)}`],
    children: { properties: [], alternatives: [] },
  };
}
