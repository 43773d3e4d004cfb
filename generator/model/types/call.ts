/** What a call sends, and what comes of it. */
import type { ExpandParameter, ListRule, ReturnedEventRule } from "../../config/index.js";
import type { Encoding } from "../../openapi/index.js";
import type { Shape } from "./shape.js";

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
  /** The parameter by which objects are asked for in the place of ids, where there is one. */
  readonly expandParameter?: ExpandParameter;
  /** Whether there is one, and the response has something to expand. */
  readonly expand: boolean;
  /** All paths there are, where the document lists them. */
  readonly listed?: readonly string[];
}

export type Group = "path" | "query" | "header" | "cookie" | "body";

/** The type of an operation's bodies by media type: `AddPetBodies`. The caller chooses the type that is sent in a range. */
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
  /** Set where a range holds binary content, whatever the media type. */
  readonly isRaw?: boolean;
  /** An empty object stands for what a caller does not give. */
  readonly isImplied?: boolean;
}

/**
 * How a response is read and typed. `roots` are the schemas that an expand path may begin at, empty where it is none: of
 * the items, where it is an array of them; a page's items are of `item`.
 */
export type OperationResponse =
  | JsonResponse
  | {
      readonly kind: "page";
      readonly list: ListRule;
      readonly item: Shape;
      readonly container: Shape;
      readonly roots: readonly string[];
      /** Set where the items are events that can fetch what they are about. */
      readonly event?: ReturnedEventRule;
      /** A whole page, as the document shows it. */
      readonly example?: unknown;
    }
  | EventsResponse
  /** JSON values, one a line or one a record. */
  | { readonly kind: "lines" | "sequence"; readonly item: Shape }
  /** Of which media type it is, only the response itself says. */
  | { readonly kind: "mixed"; readonly contents: readonly ResponseContent[] }
  | { readonly kind: "stream" | "text" | "none" };

export interface JsonResponse {
  readonly kind: "json";
  readonly shape: Shape;
  readonly roots: readonly string[];
  /** Set where it is an event that can fetch what it is about. */
  readonly event?: ReturnedEventRule;
  /** Set where it is an array whose items the paths begin at. */
  readonly isArray?: true;
  /** Whether it is always an object or an array, so that something can be hidden on it. */
  readonly isObject: boolean;
  /** Whether some statuses come without a body. */
  readonly mayBeEmpty: boolean;
  /** A response that the document shows. */
  readonly example?: unknown;
}

/** Server-sent events. */
export interface EventsResponse {
  readonly kind: "events";
  /** The kinds of events: what they hold (text, where there is no shape), and their names where these are known. */
  readonly variants: readonly { readonly data?: Shape; readonly name?: string }[];
}

export interface ResponseContent {
  readonly mediaType: string;
  readonly response: OperationResponse;
}

/** How the pages of an operation follow each other. */
export type Pagination = PageProperties &
  (
    | (NextProperty & { readonly kind: "cursor"; readonly parameter: string })
    | (NextProperty & { readonly kind: "url" })
    | { readonly kind: "link" }
    | { readonly kind: "page"; readonly parameter: string; readonly first?: number }
    | { readonly kind: "offset"; readonly parameter: string }
  );

interface NextProperty {
  readonly next: readonly string[];
  /** What stands there on the last page. */
  readonly end: null | "";
}

interface PageProperties {
  /** Names of properties from the response inwards; none: the response is the array of the items. */
  readonly items: readonly string[];
  /** The same for the property that is false on the last page. */
  readonly more?: readonly string[];
  readonly item: Shape;
}

/** The type of an operation's responses by media type: `GetReportResponses`. */
export interface ResponseChoice {
  readonly name: string;
  /** The first is the one that is asked for by default. */
  readonly contents: readonly ResponseContent[];
}

/** The bodies of an operation's errors, by status code, range (`4XX`) or `default`: `GetPetErrors`. */
export interface ErrorBodies {
  readonly name: string;
  readonly shape: Shape;
}
