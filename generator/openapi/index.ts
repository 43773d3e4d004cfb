/**
 * The parts of OpenAPI 3.0 and 3.1 that Unfold reads, as types.
 * `load` has proven that a document has these shapes, so a field that is absent here as optional
 * may be missing in a document even where the specification requires it.
 * Source: OpenAPI Specification 3.0.4 and 3.1.1, section "Schema"; JSON Schema 2020-12.
 */

/** Specification extensions: `x-…`. */
export interface Extensions {
  readonly [extension: `x-${string}`]: unknown;
}

/** Keys come from the document: read it with `Object.entries` or `member`, never `map[key]`. */
export type Dictionary<T> = Readonly<Record<string, T>>;

/** After `load`, `$ref` is `#` and a JSON Pointer into the same document, without percent-encoding. */
export interface Reference extends Extensions {
  readonly $ref: string;
  /** 3.1: replaces the target's own. */
  readonly summary?: string;
  /** 3.1: replaces the target's own. */
  readonly description?: string;
}

export type Referable<T> = Reference | T;

export interface OpenApiDocument extends Extensions {
  /** `3.0.x`, `3.1.x`, or a later 3.x. */
  readonly openapi: string;
  readonly info?: Info;
  readonly jsonSchemaDialect?: string;
  readonly servers?: readonly Server[];
  readonly paths?: Dictionary<PathItem>;
  readonly webhooks?: Dictionary<PathItem>;
  readonly components?: Components;
  readonly security?: readonly SecurityRequirement[];
  readonly tags?: readonly Tag[];
  readonly externalDocs?: ExternalDocs;
}

export interface Info extends Extensions {
  readonly title?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly termsOfService?: string;
  readonly version?: string;
}

export interface Tag extends Extensions {
  readonly name: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
}

export interface ExternalDocs extends Extensions {
  readonly url?: string;
  readonly description?: string;
}

export interface Server extends Extensions {
  readonly url: string;
  readonly description?: string;
  readonly variables?: Dictionary<ServerVariable>;
}

export interface ServerVariable extends Extensions {
  readonly default: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}

export interface Components extends Extensions {
  readonly schemas?: Dictionary<Schema>;
  readonly responses?: Dictionary<Referable<Response>>;
  readonly parameters?: Dictionary<Referable<Parameter>>;
  readonly examples?: Dictionary<Referable<Example>>;
  readonly requestBodies?: Dictionary<Referable<RequestBody>>;
  readonly headers?: Dictionary<Referable<Header>>;
  readonly securitySchemes?: Dictionary<Referable<SecurityScheme>>;
  readonly links?: Dictionary<Referable<Link>>;
  readonly callbacks?: Dictionary<Referable<Callback>>;
  readonly pathItems?: Dictionary<PathItem>;
}

export const METHODS = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
] as const;
export type Method = (typeof METHODS)[number];

/** After `load` it has no `$ref`: the path item it stood for is in its place. */
export interface PathItem extends Extensions, Readonly<Partial<Record<Method, Operation>>> {
  readonly summary?: string;
  readonly description?: string;
  readonly servers?: readonly Server[];
  readonly parameters?: readonly Referable<Parameter>[];
}

export interface Operation extends Extensions {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly deprecated?: boolean;
  readonly externalDocs?: ExternalDocs;
  readonly parameters?: readonly Referable<Parameter>[];
  readonly requestBody?: Referable<RequestBody>;
  /** By status code, range (`4XX`) or `default`. */
  readonly responses?: Dictionary<Referable<Response>>;
  readonly callbacks?: Dictionary<Referable<Callback>>;
  readonly security?: readonly SecurityRequirement[];
  readonly servers?: readonly Server[];
}

export type ParameterIn = "query" | "header" | "path" | "cookie";
export type ParameterStyle =
  "matrix" | "label" | "form" | "simple" | "spaceDelimited" | "pipeDelimited" | "deepObject";

export interface Parameter extends Header {
  readonly name: string;
  /** `querystring` is new in 3.2. */
  readonly in: ParameterIn | "querystring";
  readonly allowEmptyValue?: boolean;
}

export interface Header extends Extensions {
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: Schema;
  readonly content?: Dictionary<MediaType>;
  readonly example?: unknown;
  readonly examples?: Dictionary<Referable<Example>>;
}

export interface RequestBody extends Extensions {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Dictionary<MediaType>;
}

export interface MediaType extends Extensions {
  readonly schema?: Schema;
  /** 3.2: of each event, line or record of a stream. */
  readonly itemSchema?: Schema;
  readonly encoding?: Dictionary<Encoding>;
  readonly example?: unknown;
  readonly examples?: Dictionary<Referable<Example>>;
}

export interface Encoding extends Extensions {
  readonly contentType?: string;
  readonly headers?: Dictionary<Referable<Header>>;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface Response extends Extensions {
  readonly description?: string;
  readonly headers?: Dictionary<Referable<Header>>;
  readonly content?: Dictionary<MediaType>;
  readonly links?: Dictionary<Referable<Link>>;
}

export interface Example extends Extensions {
  readonly summary?: string;
  readonly description?: string;
  readonly value?: unknown;
  readonly externalValue?: string;
}

export interface Link extends Extensions {
  readonly operationRef?: string;
  readonly operationId?: string;
  readonly description?: string;
}

/** Runtime expressions to path items. */
export type Callback = Dictionary<PathItem>;

/** Scheme names to scopes: all of one requirement hold together, any of a list is enough. */
export type SecurityRequirement = Dictionary<readonly string[]>;

export interface SecurityScheme extends Extensions {
  readonly type: "apiKey" | "http" | "mutualTLS" | "oauth2" | "openIdConnect";
  readonly description?: string;
  /** `apiKey` */
  readonly name?: string;
  /** `apiKey` */
  readonly in?: "query" | "header" | "cookie";
  /** `http`: `basic`, `bearer`, … (any case) */
  readonly scheme?: string;
  readonly bearerFormat?: string;
  /** `oauth2` */
  readonly flows?: Dictionary<OAuthFlow>;
  /** `openIdConnect` */
  readonly openIdConnectUrl?: string;
}

export interface OAuthFlow extends Extensions {
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly scopes?: Dictionary<string>;
}

export interface Discriminator extends Extensions {
  readonly propertyName: string;
  /** Values to references in the form of {@link Reference}, all resolvable. */
  readonly mapping?: Dictionary<string>;
}

export type SchemaType = "null" | "boolean" | "object" | "array" | "number" | "string" | "integer";

/** `true` accepts everything, `false` nothing. */
export type Schema = boolean | SchemaObject;

export interface SchemaObject extends Extensions {
  /** As in {@link Reference}. In 3.0 everything beside it is ignored, in 3.1 it all applies. */
  readonly $ref?: string;
  readonly $id?: string;
  readonly $schema?: string;
  readonly $anchor?: string;
  readonly $dynamicAnchor?: string;
  readonly $dynamicRef?: string;
  readonly $comment?: string;
  readonly $defs?: Dictionary<Schema>;

  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly example?: unknown;
  readonly examples?: unknown;
  readonly externalDocs?: ExternalDocs;

  readonly type?: SchemaType | readonly SchemaType[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  /** 3.0 */
  readonly nullable?: boolean;
  readonly format?: string;

  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly dependentSchemas?: Dictionary<Schema>;
  readonly discriminator?: Discriminator;

  readonly properties?: Dictionary<Schema>;
  readonly patternProperties?: Dictionary<Schema>;
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly unevaluatedProperties?: Schema;
  readonly required?: readonly string[];
  readonly dependentRequired?: Dictionary<readonly string[]>;
  readonly minProperties?: number;
  readonly maxProperties?: number;

  /** An array only in drafts before 2020-12, where it means `prefixItems`. */
  readonly items?: Schema | readonly Schema[];
  readonly prefixItems?: readonly Schema[];
  /** Drafts before 2020-12: what comes after the items that {@link items} lists. */
  readonly additionalItems?: Schema;
  readonly contains?: Schema;
  readonly unevaluatedItems?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;

  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  readonly contentSchema?: Schema;

  readonly multipleOf?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** 3.0: a flag beside `minimum`. */
  readonly exclusiveMinimum?: number | boolean;
  /** 3.0: a flag beside `maximum`. */
  readonly exclusiveMaximum?: number | boolean;
}
