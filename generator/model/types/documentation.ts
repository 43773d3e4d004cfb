/** What a document says to people and no program depends on: read only where a reference is made of it. */
import type { HttpMethod } from "../../config/index.js";
import type { Shape } from "./shape.js";
import type { ServerVariable } from "./index.js";

export interface Documentation {
  readonly summary?: string;
  readonly description?: string;
  readonly servers: readonly DocumentedServer[];
  /** In the document's order. */
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  /** All security schemes, those too that a client cannot hold credentials for. */
  readonly security: readonly DocumentedScheme[];
  /** What every operation requires that says nothing of its own. */
  readonly requires?: Requirements;
  /** By the name of the function. */
  readonly operations: ReadonlyMap<string, DocumentedOperation>;
  readonly webhooks: readonly DocumentedRequest[];
}

export interface DocumentedServer {
  readonly url: string;
  readonly description?: string;
  readonly variables: readonly ServerVariable[];
}

/** A Security Scheme Object in words: `HTTP bearer`, `API key in the header X-Key`. */
export interface DocumentedScheme {
  readonly name: string;
  readonly kind: string;
  readonly description?: string;
  readonly flows: readonly DocumentedFlow[];
}

export interface DocumentedFlow {
  readonly kind: string;
  readonly urls: readonly string[];
  readonly scopes: readonly (readonly [name: string, description: string])[];
}

/** Any of these is enough; all of one hold together: scheme → scopes. */
export type Requirements = readonly (readonly {
  readonly scheme: string;
  readonly scopes: readonly string[];
}[])[];

export interface DocumentedOperation {
  readonly externalDocs?: { readonly url: string; readonly description?: string };
  /** Examples of parameters, by place and name: `query limit`. */
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly body?: DocumentedBody;
  /** In the document's order. */
  readonly responses: readonly DocumentedResponse[];
  readonly callbacks: readonly DocumentedRequest[];
  /** Of this operation alone; empty where the document's hold. */
  readonly servers: readonly DocumentedServer[];
  /** Undefined where the document's hold. */
  readonly requires?: Requirements;
}

export interface DocumentedBody {
  readonly description?: string;
  readonly required: boolean;
  /** By media type; only those that the document shows some of. */
  readonly examples: ReadonlyMap<string, readonly DocumentedExample[]>;
}

export interface DocumentedExample {
  /** Empty for the only one. */
  readonly name: string;
  readonly summary?: string;
  readonly value: unknown;
}

export interface DocumentedResponse {
  /** A status code, a range (`4XX`) or `default`. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly DocumentedHeader[];
  readonly contents: readonly DocumentedContent[];
  readonly links: readonly DocumentedLink[];
}

/** What may be called next with what came (OpenAPI 3, "Link Object"). */
export interface DocumentedLink {
  readonly name: string;
  readonly description?: string;
  /** The operation as the document names it: its id, or a reference. */
  readonly target: string;
  /** The name of its function; undefined where the document has no such operation. */
  readonly operation?: string;
  /** Parameter → a value or a runtime expression. */
  readonly parameters: readonly (readonly [name: string, value: unknown])[];
  readonly body?: unknown;
}

export interface DocumentedHeader {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

export interface DocumentedContent {
  readonly mediaType: string;
  /** Undefined where the document gives no schema. */
  readonly shape?: Shape;
  /** Whether the shape is that of each item of a stream. */
  readonly isItem: boolean;
  readonly examples: readonly DocumentedExample[];
}

/** A webhook, or a callback of an operation. */
export interface DocumentedRequest {
  readonly name: string;
  readonly method: HttpMethod;
  /** Of a callback: the expression for its URL. */
  readonly expression?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
}
