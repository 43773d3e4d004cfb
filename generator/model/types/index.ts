/** The model: what `load` hands to `emit`, with every name decided. Frozen, plain data. */
import type { HttpMethod } from "../../config/index.js";
import type {
  OperationResponse,
  ResponseChoice,
  ErrorBodies,
  Pagination,
  Params,
  PathParameter,
} from "./call.js";
import type { Documentation } from "./documentation.js";
import type { Output } from "./output.js";
import type { Shape } from "./shape.js";
import type { Resource, TypeName } from "./tree.js";

export type * from "./call.js";
export type * from "./documentation.js";
export type * from "./output.js";
export type * from "./shape.js";
export type * from "./tree.js";

/** A schema of `components.schemas`, or another one that is referred to. */
export interface NamedSchema {
  /** Its name in the document: `checkout.session`. Unique, also among {@link variant}s. */
  readonly key: string;
  /** Set where requests have another type than responses, and this is theirs. */
  readonly variant?: "request";
  /** Its name in TypeScript: `CheckoutSession`. */
  readonly name: string;
  /** The module that declares it, without extension: `checkout`. */
  readonly module: string;
  readonly shape: Shape;
}

/** A header of every 2xx response, or of some. */
export interface ResponseHeader {
  readonly name: string;
  /** The document says that it is always there. */
  readonly required: boolean;
}

export interface Operation {
  readonly operationId: string;
  /** The function: `postCheckoutSessionsSessionExpire`. */
  readonly name: string;
  /** The module that declares it, without extension: `checkout`. */
  readonly module: string;
  readonly tags: readonly string[];
  readonly method: HttpMethod;
  /** As the document has it. */
  readonly path: string;
  /** The template of what is sent, where that is not `path`: without a fragment; with a query of its own, maybe. */
  readonly requestPath?: string;
  /** Set where the operation lives on another server than the document's first one. */
  readonly server?: string;
  readonly pathParameters: readonly PathParameter[];
  readonly params?: Params;
  readonly response: OperationResponse;
  /** Set where the response, which is JSON then, is a page of a list, as the configuration tells. */
  readonly pagination?: Pagination;
  /** What the client asks for, where that is not `application/json`. */
  readonly accept?: string;
  /** Set where a caller may ask for other media types. */
  readonly responses?: ResponseChoice;
  /** Set where the document has redirects: whether they are all that it has. */
  readonly redirects?: "some" | "all";
  /** Of the 2xx responses; only where the document has some. */
  readonly responseHeaders?: readonly ResponseHeader[];
  readonly errors?: ErrorBodies;
  readonly callbacks?: Callbacks;
  /** Set where it differs from the document's. */
  readonly requires?: SecurityAlternatives;
  readonly deprecated: boolean;
  readonly summary?: string;
  readonly description?: string;
  /** Set where an overlay names it as a method, else the rule does (see `method-rule.ts`). */
  readonly methodNames?: readonly (readonly string[])[];
}

/** What can be expanded in one schema (see `expand.ts`). */
export interface ExpandNode {
  readonly key: string;
  /** Expandable property → keys of the schemas it may become. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
  /** Property that is walked through → what stands behind it. */
  readonly walked: ReadonlyMap<string, Walk>;
  /** Property that is present only when asked for → its type. */
  readonly includable: ReadonlyMap<string, Shape>;
}

export interface Walk {
  readonly keys: readonly string[];
  /** Whether the keys are of a container's items, reached through `data.`. */
  readonly list: boolean;
}

/** Key of a schema → its node. Holds only schemas in which a path can begin or go on. */
export type ExpandGraph = ReadonlyMap<string, ExpandNode>;

/** A security scheme that a client can hold credentials for. */
export type Security = { readonly name: string } & (
  | { readonly kind: "bearer" | "basic" }
  | {
      readonly kind: "apiKey";
      readonly in: "query" | "header" | "cookie";
      readonly parameter: string;
    }
);

/** Any of these lists of scheme names is enough; all of one list hold together. */
export type SecurityAlternatives = readonly (readonly string[])[];

/** A variable of server URLs (OpenAPI 3, "Server Variable Object"). */
export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  /** All that it may be; undefined where that is anything. */
  readonly values?: readonly string[];
  readonly description?: string;
}

export interface Api {
  readonly title: string;
  readonly version: string;
  /**
   * The first server, without trailing slash, its variables in braces; empty where the document names none with a host.
   */
  readonly server: string;
  /** What may be chosen in the URLs of servers. */
  readonly variables: readonly ServerVariable[];
  readonly security: readonly Security[];
  /** What every operation requires that says nothing of its own. */
  readonly requires?: SecurityAlternatives;
}

/** One type of webhook event and the schema of the object it carries. */
export interface EventType {
  readonly type: string;
  readonly key: string;
}

/** One type of event that does not carry its object, and the schemas of the event and of that object. */
export interface NotificationType {
  readonly type: string;
  readonly key: string;
  /** Absent: it is about no object. Undefined: it is not known about what. */
  readonly related?: string | undefined;
}

/** A request that the API makes of its users, and all that comes with it. */
export interface IncomingRequest {
  readonly name: string;
  readonly shape: Shape;
}

/** By the names they have in their operation. */
export type Callbacks = readonly IncomingRequest[];

export interface Model {
  readonly api: Api;
  readonly output: Output;
  readonly schemas: readonly NamedSchema[];
  readonly operations: readonly Operation[];
  readonly expand: ExpandGraph;
  readonly events: readonly EventType[];
  readonly notifications: readonly NotificationType[];
  readonly webhooks: readonly IncomingRequest[];
  /** The root of the resource tree; undefined where the configuration wants none. */
  readonly resources?: Resource;
  /** Empty where there is no class. */
  readonly typeNames: readonly TypeName[];
  /** What only a reference shows; undefined where none is made. */
  readonly documentation?: Documentation;
}
