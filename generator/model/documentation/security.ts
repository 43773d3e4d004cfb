/** Security schemes in words (OpenAPI 3, "Security Scheme Object", "OAuth Flows Object"). */
import type { OpenApiDocument, SecurityRequirement, SecurityScheme } from "../../openapi/index.js";
import { dereference } from "../../openapi/reference.js";
import type { DocumentedFlow, DocumentedScheme, Requirements } from "../types/index.js";

export function documentedSchemes(document: OpenApiDocument): DocumentedScheme[] {
  return Object.entries(document.components?.securitySchemes ?? {}).map(([name, entry]) => {
    const scheme = dereference(document, entry);
    const { description } = scheme;
    return {
      name,
      kind: kindOf(scheme),
      ...(description === undefined ? {} : { description }),
      flows: flowsOf(scheme),
    };
  });
}

export function documentedRequirements(
  requirements: readonly SecurityRequirement[] | undefined,
): Requirements | undefined {
  return requirements?.map((all) =>
    Object.entries(all).map(([scheme, scopes]) => ({ scheme, scopes })),
  );
}

function kindOf(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case "apiKey":
      return `API key in the ${scheme.in === "query" ? "query parameter" : (scheme.in ?? "header")} ${scheme.name ?? ""}`;
    case "http":
      return `HTTP ${scheme.scheme ?? ""}${scheme.bearerFormat === undefined ? "" : ` (${scheme.bearerFormat})`}`;
    case "mutualTLS":
      return "Mutual TLS";
    case "oauth2":
      return "OAuth 2";
    case "openIdConnect":
      return `OpenID Connect: ${scheme.openIdConnectUrl ?? ""}`;
  }
}

function flowsOf({ flows = {} }: SecurityScheme): DocumentedFlow[] {
  return Object.entries(flows).map(([kind, flow]) => ({
    kind,
    urls: [flow.authorizationUrl, flow.tokenUrl, flow.refreshUrl].filter(
      (url) => url !== undefined,
    ),
    scopes: Object.entries(flow.scopes ?? {}),
  }));
}
