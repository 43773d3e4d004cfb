import type { Kind } from "./kinds.js";
import {
  any,
  boolean,
  extensible,
  fields,
  type Fields,
  list,
  map,
  node,
  number,
  numberOrBoolean,
  one,
  oneOrList,
  type Shape,
  string,
} from "./shapes.js";

const schema = node("schema");
const strings = list(string);
const servers = list(node("server"));
const parameters = list(node("parameter"));
const paths = extensible(node("pathItem"));
const security = list(map(strings));
const examples = map(node("example"));
const content = map(node("mediaType"));
const headers = map(node("header"));
const operation = node("operation");
const style = one(
  "matrix",
  "label",
  "form",
  "simple",
  "spaceDelimited",
  "pipeDelimited",
  "deepObject",
);
const documented = { summary: string, description: string };

const header: Record<string, Shape> = {
  description: string,
  required: boolean,
  deprecated: boolean,
  style,
  explode: boolean,
  allowReserved: boolean,
  schema,
  content,
  example: any,
  examples,
};

/**
 * Which field of which object holds what.
 * Source: OpenAPI Specification 3.0.4 and 3.1.1, section "Schema"; JSON Schema 2020-12.
 */
export const FIELDS: Readonly<Record<Kind, Fields>> = {
  document: fields(
    {
      info: node("info"),
      jsonSchemaDialect: string,
      servers,
      paths,
      webhooks: map(node("pathItem")),
      components: node("components"),
      security,
      tags: list(node("tag")),
      externalDocs: node("externalDocs"),
    },
    { openapi: string },
  ),
  info: fields({
    ...documented,
    title: string,
    termsOfService: string,
    version: string,
    contact: any,
    license: any,
  }),
  tag: fields({ description: string, externalDocs: node("externalDocs") }, { name: string }),
  externalDocs: fields({ url: string, description: string }),
  server: fields({ description: string, variables: map(node("serverVariable")) }, { url: string }),
  serverVariable: fields({ enum: strings, description: string }, { default: string }),
  components: fields({
    schemas: map(schema),
    responses: map(node("response")),
    parameters: map(node("parameter")),
    examples,
    requestBodies: map(node("requestBody")),
    headers,
    securitySchemes: map(node("securityScheme")),
    links: map(node("link")),
    callbacks: map(node("callback")),
    pathItems: map(node("pathItem")),
  }),
  pathItem: fields({
    ...documented,
    servers,
    parameters,
    get: operation,
    put: operation,
    post: operation,
    delete: operation,
    options: operation,
    head: operation,
    patch: operation,
    trace: operation,
  }),
  operation: fields({
    ...documented,
    operationId: string,
    tags: strings,
    deprecated: boolean,
    externalDocs: node("externalDocs"),
    parameters,
    requestBody: node("requestBody"),
    responses: extensible(node("response")),
    callbacks: map(node("callback")),
    security,
    servers,
  }),
  parameter: fields(
    {
      ...header,
      allowEmptyValue: boolean,
    },
    { name: string, in: one("query", "header", "path", "cookie", "querystring") },
  ),
  header: fields(header),
  requestBody: fields({ description: string, required: boolean, content }),
  mediaType: fields({
    schema,
    itemSchema: schema,
    encoding: map(node("encoding")),
    example: any,
    examples,
  }),
  encoding: fields({
    contentType: string,
    headers,
    style,
    explode: boolean,
    allowReserved: boolean,
  }),
  response: fields({ description: string, headers, content, links: map(node("link")) }),
  example: fields({ ...documented, value: any, externalValue: string }),
  link: fields({
    operationRef: string,
    operationId: string,
    parameters: any,
    requestBody: any,
    description: string,
    server: any,
  }),
  callback: fields({}),
  securityScheme: fields(
    {
      description: string,
      name: string,
      in: one("query", "header", "cookie"),
      scheme: string,
      bearerFormat: string,
      flows: extensible(node("oauthFlow")),
      openIdConnectUrl: string,
    },
    { type: one("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect") },
  ),
  oauthFlow: fields({
    authorizationUrl: string,
    tokenUrl: string,
    refreshUrl: string,
    scopes: map(string),
  }),
  discriminator: fields({ mapping: map(string) }, { propertyName: string }),
  schema: fields({
    $id: string,
    $schema: string,
    $anchor: string,
    $dynamicAnchor: string,
    $dynamicRef: string,
    $comment: string,
    $ref: any,
    $vocabulary: any,
    default: any,
    const: any,
    example: any,
    examples: any,
    xml: any,
    $defs: map(schema),
    definitions: map(schema),
    title: string,
    description: string,
    deprecated: boolean,
    readOnly: boolean,
    writeOnly: boolean,
    externalDocs: node("externalDocs"),
    type: oneOrList(one("null", "boolean", "object", "array", "number", "string", "integer")),
    enum: list(any),
    nullable: boolean,
    format: string,
    allOf: list(schema),
    anyOf: list(schema),
    oneOf: list(schema),
    not: schema,
    if: schema,
    then: schema,
    else: schema,
    dependentSchemas: map(schema),
    discriminator: node("discriminator"),
    properties: map(schema),
    patternProperties: map(schema),
    additionalProperties: schema,
    propertyNames: schema,
    unevaluatedProperties: schema,
    required: strings,
    dependentRequired: map(strings),
    minProperties: number,
    maxProperties: number,
    items: oneOrList(schema),
    prefixItems: list(schema),
    additionalItems: schema,
    contains: schema,
    unevaluatedItems: schema,
    minItems: number,
    maxItems: number,
    uniqueItems: boolean,
    minLength: number,
    maxLength: number,
    pattern: string,
    contentEncoding: string,
    contentMediaType: string,
    contentSchema: schema,
    multipleOf: number,
    minimum: number,
    maximum: number,
    exclusiveMinimum: numberOrBoolean,
    exclusiveMaximum: numberOrBoolean,
  }),
};

/** A Callback Object has no fixed fields: its keys are runtime expressions. */
export const CALLBACK_ENTRIES = paths;

/**
 * What the specification says stands at `tokens` below an object of `kind`; `undefined` where it
 * says nothing, as inside extensions and under unknown keywords.
 */
export function shapeAt(kind: Kind, tokens: readonly string[]): Shape | undefined {
  let shape: Shape | undefined = node(kind);
  for (const token of tokens) {
    if (shape === undefined) return undefined;
    shape = below(shape, token);
  }
  return shape?.is === "any" ? undefined : shape;
}

function below(shape: Shape, token: string): Shape | undefined {
  switch (shape.is) {
    case "node":
      return shape.kind === "callback"
        ? below(CALLBACK_ENTRIES, token)
        : FIELDS[shape.kind].shapes.get(token);
    case "map":
      return shape.extensible && token.startsWith("x-") ? undefined : shape.of;
    case "list":
      return shape.of;
    case "oneOrList":
      // `items/0` is an item of a list, `items/properties` a keyword of the one schema.
      return /^\d+$/.test(token) ? shape.of : below(shape.of, token);
    case "any":
    case "scalar":
    case "numberOrBoolean":
      return undefined;
  }
}
