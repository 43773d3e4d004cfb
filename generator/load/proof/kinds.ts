/** The objects of OpenAPI: OpenAPI Specification 3.0.4 and 3.1.1, section "Schema". */
export type ObjectKind =
  | "callback"
  | "components"
  | "discriminator"
  | "document"
  | "encoding"
  | "example"
  | "externalDocs"
  | "header"
  | "info"
  | "link"
  | "mediaType"
  | "oauthFlow"
  | "operation"
  | "parameter"
  | "pathItem"
  | "requestBody"
  | "response"
  | "schema"
  | "securityScheme"
  | "server"
  | "serverVariable"
  | "tag";

/** The component section of each kind that a reference may stand for. */
export const SECTIONS = {
  schema: "schemas",
  response: "responses",
  parameter: "parameters",
  example: "examples",
  requestBody: "requestBodies",
  header: "headers",
  securityScheme: "securitySchemes",
  link: "links",
  callback: "callbacks",
  pathItem: "pathItems",
} as const satisfies Partial<Record<ObjectKind, string>>;

export type ReferableKind = keyof typeof SECTIONS;

export function isReferable(kind: ObjectKind): kind is ReferableKind {
  return Object.hasOwn(SECTIONS, kind);
}

/** A kind as it is written in a sentence. */
export function words(kind: ObjectKind): string {
  return kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
