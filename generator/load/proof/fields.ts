import type { ObjectKind } from "./kinds.js";
import { SCHEMA_FIELDS } from "./schema-fields.js";
import {
  any,
  boolean,
  extensible,
  fields,
  type Fields,
  list,
  map,
  node,
  one,
  type FieldType,
  string,
} from "./field-types.js";

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

const header: Record<string, FieldType> = {
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
 * Source: OpenAPI Specification 3.0.4 and 3.1.1, section "Schema".
 */
export const FIELDS: Readonly<Record<ObjectKind, Fields>> = {
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
    query: operation,
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
  schema: SCHEMA_FIELDS,
};

/** A Callback Object has no fixed fields: its keys are runtime expressions. */
export const CALLBACK_ENTRIES = paths;
