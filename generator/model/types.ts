/**
 * The model: what `load` hands to `emit`, with every name decided. Frozen, plain data.
 * Its language for types is a small, normalised subset of the OpenAPI schema object (`Shape`).
 */

import type { HttpMethod, ListRule } from "../config.js";
import type { Encoding } from "../openapi.js";

/**
 * A schema after normalisation (see `shape.ts`): references point at named schemas only, what the document says
 * about presence, expansion and lists is already worked in, and no keyword is left that does not bear on the type.
 */
export interface Shape {
  readonly $ref?: string;
  readonly type?: ShapeType | readonly ShapeType[];
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape;
  /** A tuple; never nullable itself. At least the first `minItems` are there; more than are listed only where `items` says of which type. */
  readonly prefixItems?: readonly Shape[];
  readonly minItems?: number;
  readonly allOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  /** A type that no OpenAPI keyword stands for. Such a shape is never nullable itself; a union around it is. */
  readonly symbol?: TypeSymbol;
  readonly description?: string;
  readonly deprecated?: boolean;
  /** The schema that no value fits, as JSON: TypeScript has no type for all but some. */
  readonly not?: string;
}

/** Which way values go: a request leaves out what is `readOnly`, a response what is `writeOnly`. */
export type Direction = "request" | "response";

export type ShapeType = "string" | "number" | "integer" | "boolean" | "object" | "array" | "null";

/**
 * `list`: a container of the dialect around its item type. `upload`: the content of a file in a form.
 * `raw`: a body that is sent as it is. `date`: a point in time. `expand`: the paths asked for.
 * `body`: the body of the media type that the caller chose, of the type with that name.
 */
export type TypeSymbol =
  | { readonly kind: "list"; readonly name: string; readonly item: Shape }
  | { readonly kind: "upload" }
  | { readonly kind: "raw" }
  | { readonly kind: "date" }
  | { readonly kind: "expand" }
  | { readonly kind: "body"; readonly bodies: string };

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

/** How a value is written into a path, query, header or cookie (OpenAPI 3, "Style Values"). */
export type Style =
  | "simple"
  | "label"
  | "matrix"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject"
  | "json";

export interface PathParameter {
  /** As in the path template. */
  readonly name: string;
  /** The function's parameter. */
  readonly identifier: string;
  readonly shape: Shape;
  readonly style: Style;
  readonly explode: boolean;
}

/** A query, header or cookie parameter whose serialisation the document states. */
export interface StyledParameter {
  readonly name: string;
  readonly in: "query" | "header" | "cookie";
  readonly style: Style;
  readonly explode: boolean;
  readonly allowReserved: boolean;
}

/**
 * Where the fields of an operation's `params` go.
 * `query` and `body`: all of them there. `grouped`: `{ query, header, cookie, body }`, with `path` where calls are
 * grouped.
 */
export type Placement = "query" | "body" | "grouped";

export interface Params {
  /** Name of the emitted interface: `PostCheckoutSessionsSessionExpireParams`. */
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
  readonly placement: Placement;
  /** Which of `path`, `query`, `header`, `cookie` and `body` there are. */
  readonly groups: readonly Group[];
  /** Query parameters that deviate from the client's default style, and every header and cookie parameter. */
  readonly styled: readonly StyledParameter[];
  /** The body as it is sent by default. */
  readonly body?: Body;
  /** Set where a caller may send the body as other media types. */
  readonly bodies?: BodyChoice;
  /** Whether they take `expand` and the answer has something to expand. */
  readonly expand: boolean;
}

export type Group = "path" | "query" | "header" | "cookie" | "body";

/** The type of an operation's bodies by media type: `AddPetBodies`. */
export interface BodyChoice {
  readonly name: string;
  /** The first is the one that is sent by default. */
  readonly contents: readonly { readonly body: Body; readonly shape: Shape }[];
}

export interface Body {
  readonly mediaType: string;
  /** Whether the client encodes this media type without being told. */
  readonly isDefault: boolean;
  /** `encoding` objects by property, where the document has them and they matter. */
  readonly encoding: Readonly<Record<string, Encoding>>;
  /** Whether values nest with brackets, whatever the media type. */
  readonly nested: boolean;
}

/**
 * How an answer is read and typed. `roots` are the schemas that an expand path may begin at, empty where it is none;
 * a page's items are of `item`.
 */
export type Answer =
  | JsonAnswer
  | {
      readonly kind: "page";
      readonly list: ListRule;
      readonly item: Shape;
      readonly roots: readonly string[];
    }
  | EventsAnswer
  /** JSON values, one a line or one a record. */
  | { readonly kind: "lines" | "sequence"; readonly item: Shape }
  /** Of which media type it is, only the answer itself says. */
  | { readonly kind: "mixed"; readonly contents: readonly AnswerContent[] }
  | { readonly kind: "stream" | "text" | "none" };

export interface JsonAnswer {
  readonly kind: "json";
  readonly shape: Shape;
  readonly roots: readonly string[];
  /** Whether it is always an object or an array, so that something can be hidden on it. */
  readonly isObject: boolean;
  /** Whether some statuses come without a body. */
  readonly mayBeEmpty: boolean;
}

/** Server-sent events. */
export interface EventsAnswer {
  readonly kind: "events";
  /** The kinds of events: what they hold (text, where there is no shape), and their names where these are known. */
  readonly variants: readonly { readonly data?: Shape; readonly name?: string }[];
}

export interface AnswerContent {
  readonly mediaType: string;
  readonly answer: Answer;
}

/** The type of an operation's answers by media type: `GetReportAnswers`. */
export interface AnswerChoice {
  readonly name: string;
  /** The first is the one that is asked for by default. */
  readonly contents: readonly AnswerContent[];
}

/** The bodies of an operation's errors, by status code, range (`4XX`) or `default`: `GetPetErrors`. */
export interface ErrorBodies {
  readonly name: string;
  readonly shape: Shape;
}

export interface Operation {
  readonly operationId: string;
  /** The function: `postCheckoutSessionsSessionExpire`. */
  readonly name: string;
  /** The module that declares it, without extension: `checkout`. */
  readonly module: string;
  readonly tags: readonly string[];
  readonly method: HttpMethod;
  readonly path: string;
  /** Set where the operation lives on another server than the document's first one. */
  readonly server?: string;
  readonly pathParameters: readonly PathParameter[];
  readonly params?: Params;
  readonly answer: Answer;
  /** What the client asks for, where that is not `application/json`. */
  readonly accept?: string;
  /** Set where a caller may ask for other media types. */
  readonly answers?: AnswerChoice;
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

/** A node of the resource tree: what `client.checkout.sessions` is. */
export interface Resource {
  /** `["checkout", "sessions"]`; empty for the root. */
  readonly path: readonly string[];
  /** Its interface: `CheckoutSessionsResource`. */
  readonly name: string;
  readonly methods: readonly ResourceMethod[];
  readonly children: readonly ResourceChild[];
}

export interface ResourceMethod {
  readonly name: string;
  /**
   * The functions behind it, almost always one. Several differ in the number of their path parameters,
   * by which a call finds its own.
   */
  readonly operations: readonly string[];
}

/** A resource may stand under several names. */
export interface ResourceChild {
  readonly name: string;
  readonly resource: Resource;
}

/** A name in the namespace of the class, for a type that is declared elsewhere, or a namespace alone. */
export interface TypeName {
  readonly name: string;
  readonly target?: TypeTarget;
  readonly members: readonly TypeName[];
}

/**
 * `schema`: an answer of which nobody says what is expanded; `roots` are empty where nothing can be.
 * `params`: of the operation's function. `member`: of the type around it.
 */
export type TypeTarget =
  | { readonly kind: "schema"; readonly key: string; readonly roots: readonly string[] }
  | { readonly kind: "params"; readonly operation: string }
  | { readonly kind: "resource"; readonly path: readonly string[] }
  | { readonly kind: "event"; readonly type: string }
  | { readonly kind: "member"; readonly property: string; readonly part: TypePart };

/**
 * `object`: the object that a property may hold. `item`: what its array holds. `entry`: what is at every key of its
 * object. `value`: whatever is not nothing.
 */
export type TypePart = "object" | "item" | "entry" | "value";

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

/** A request that the API makes of its users, and all that comes with it. */
export interface IncomingRequest {
  readonly name: string;
  readonly shape: Shape;
}

/** By the names they have in their operation. */
export type Callbacks = readonly IncomingRequest[];

export interface Model {
  readonly api: Api;
  readonly schemas: readonly NamedSchema[];
  readonly operations: readonly Operation[];
  readonly expand: ExpandGraph;
  readonly events: readonly EventType[];
  readonly webhooks: readonly IncomingRequest[];
  /** The root of the resource tree; undefined where the configuration wants none. */
  readonly resources?: Resource;
  /** Empty where there is no class. */
  readonly typeNames: readonly TypeName[];
}
