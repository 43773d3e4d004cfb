/** Security schemes and requirements (OpenAPI 3, "Security Scheme Object", "Security Requirement Object"). */
import type { SecurityRequirement, SecurityScheme } from "../../openapi/index.js";
import { child } from "../../openapi/pointer.js";
import { dereference } from "../../openapi/reference.js";
import { type ModelContext, warn } from "../context/index.js";
import type { Security, SecurityAlternatives } from "../types/index.js";

/** Certificates come with the connection: there is nothing that a client could add to a request. */
const OF_THE_CONNECTION = "mutualTLS";

/** The schemes a client can hold credentials for, by their names in the document. */
export function readSecurity(context: ModelContext): readonly Security[] {
  const schemes = Object.entries(context.document.components?.securitySchemes ?? {});
  return schemes.flatMap(([name, entry]) => {
    const scheme = dereference(context.document, entry);
    if (scheme.type === OF_THE_CONNECTION) return [];
    const found = credential(scheme);
    if (found === undefined) {
      warn(context, {
        code: "unsupported-security",
        message: `the security scheme ${JSON.stringify(name)} is not supported`,
        pointer: child("/components/securitySchemes", name),
        hint: "Set its header with the option `headers` or a middleware.",
      });
      return [];
    }
    return [{ name, ...found }];
  });
}

type Credential =
  | { kind: "bearer" | "basic" }
  | { kind: "apiKey"; in: "query" | "header" | "cookie"; parameter: string };

function credential(scheme: SecurityScheme): Credential | undefined {
  switch (scheme.type) {
    case "oauth2":
    case "openIdConnect":
      return { kind: "bearer" };
    case "apiKey":
      return scheme.name === undefined || scheme.in === undefined
        ? undefined
        : { kind: "apiKey", in: scheme.in, parameter: scheme.name };
    case "http": {
      const kind = scheme.scheme?.toLowerCase();
      return kind === "bearer" || kind === "basic" ? { kind } : undefined;
    }
    case "mutualTLS":
      return undefined;
  }
}

/** Alternatives of scheme names; an empty alternative may go without. Undefined where nothing is said. */
export function alternatives(
  context: ModelContext,
  requirements: readonly SecurityRequirement[] | undefined,
  pointer: string,
): SecurityAlternatives | undefined {
  const schemes = new Map(Object.entries(context.document.components?.securitySchemes ?? {}));
  return requirements?.map((requirement, n) =>
    Object.keys(requirement).filter((name) => {
      const entry = schemes.get(name);
      if (entry !== undefined) {
        return dereference(context.document, entry).type !== OF_THE_CONNECTION;
      }
      warn(context, {
        code: "unknown-security-scheme",
        message: `there is no security scheme ${JSON.stringify(name)}`,
        pointer: child(`${pointer}/${n}`, name),
        hint: "Declare it in components.securitySchemes; until then no client can meet this requirement.",
      });
      return true;
    }),
  );
}
