/** The document, its paths and operations. */
import type {
  Callback,
  Example,
  Header,
  Link,
  Parameter,
  RequestBody,
  Response,
} from "./content.js";
import type { Dictionary, Extensions, Referable } from "./extensions.js";
import type { Schema } from "./schema.js";
import type { SecurityRequirement, SecurityScheme } from "./security.js";

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
  "query",
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
