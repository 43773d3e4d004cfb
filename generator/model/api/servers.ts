/** Servers (OpenAPI 3, "Server Object"): the first of each list, with the variables that a client may choose. */
import type { Server } from "../../openapi/index.js";
import { child } from "../../openapi/pointer.js";
import { type ModelContext, warn } from "../context/index.js";
import type { DocumentOperation } from "./document-operation.js";
import type { Api, ServerVariable } from "../types/index.js";

/** A server list and where it stands; undefined stands for one that is not there. */
interface Located {
  readonly servers: readonly Server[] | undefined;
  readonly pointer: string;
}

export interface Servers {
  readonly api: Pick<Api, "server" | "variables">;
  /** The server of an operation where it is not the document's own. */
  of(place: DocumentOperation): string | undefined;
}

/** Every server of the document is read at once: what is called alike in several is one variable. */
export function readServers(context: ModelContext): Servers {
  const variables = new Map<string, ServerVariable>();
  const { document } = context;
  const own = read(context, variables, { servers: document.servers, pointer: "/servers" });
  const server = absolute(own ?? "", documentUrl(context));
  const found = new Map<readonly Server[], string>();
  const readOnce = (located: Located): string | undefined => {
    if (located.servers?.[0] === undefined) return undefined;
    const known = found.get(located.servers) ?? read(context, variables, located) ?? "";
    found.set(located.servers, known);
    return known;
  };
  return {
    api: {
      server,
      get variables() {
        return [...variables.values()];
      },
    },
    of({ operation, item, path, pointer }) {
      const wanted =
        readOnce({ servers: operation.servers, pointer: `${pointer}/servers` }) ??
        readOnce({ servers: item.servers, pointer: `${child("/paths", path)}/servers` });
      const url = wanted === undefined ? server : absolute(wanted, server);
      return url === server || url === "" ? undefined : url;
    },
  };
}

/** The URL of the first server without trailing slash. What cannot be chosen is replaced by its default. */
function read(
  context: ModelContext,
  variables: Map<string, ServerVariable>,
  { servers, pointer }: Located,
): string | undefined {
  const [server] = servers ?? [];
  if (server === undefined) return undefined;
  const declared = new Map(Object.entries(server.variables ?? {}));
  const url = server.url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = declared.get(name);
    if (variable === undefined) {
      warn(context, {
        code: "undeclared-server-variable",
        message: `the variable {${name}} of the server is not declared`,
        pointer: `${pointer}/0/url`,
        hint: "Add it to the server's variables with a default, or give clients a baseUrl.",
      });
      return whole;
    }
    if (context.dialect?.templates !== undefined) return variable.default;
    const other = variables.get(name);
    if (other !== undefined && other.default !== variable.default) {
      warn(context, {
        code: "server-variable-conflict",
        message: `the server variable {${name}} has another default elsewhere`,
        pointer: child(`${pointer}/0/variables`, name),
        hint: `It is always ${JSON.stringify(variable.default)} here; give it a name of its own to let clients choose.`,
      });
      return variable.default;
    }
    variables.set(name, merged(name, variable, other));
    return whole;
  });
  return url.replace(/\/+$/, "");
}

function merged(
  name: string,
  { default: byDefault, enum: values, description }: NonNullable<Server["variables"]>[string],
  other: ServerVariable | undefined,
): ServerVariable {
  const known = other === undefined || other.values !== undefined;
  return {
    name,
    default: byDefault,
    ...(values === undefined || !known
      ? {}
      : { values: [...new Set([...(other?.values ?? []), ...values])] }),
    ...(description === undefined ? {} : { description }),
  };
}

/** A URL with a host; empty where nothing says which. */
function absolute(url: string, base: string): string {
  if (/^[^/?#]*:\/\//.test(url) || /^\{[^{}]+\}/.test(url)) return url;
  const [, scheme = "", host = "", path = ""] = /^([^/?#]*:)\/\/([^/]*)([^?#]*)/.exec(base) ?? [];
  if (host === "") return "";
  if (url.startsWith("//")) return scheme + url;
  const rest = url.startsWith("/") ? url : `${path}/${url.replace(/^\.\//, "")}`;
  return `${scheme}//${host}${rest}`.replace(/\/+$/, "");
}

/** Where the document was fetched: what its servers are relative to. Empty for a file. */
function documentUrl({ url = "" }: ModelContext): string {
  return /^https?:\/\//.test(url) ? url.replace(/\/[^/]*$/, "") : "";
}
