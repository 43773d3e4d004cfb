/** What pages show: plain data without markup. Texts are the document's own, of which nothing is trusted. */
import type { DocumentedScheme } from "../../model/types/documentation.js";
import type { Group, Link, OperationLink } from "../places/index.js";
import type { Sample } from "../samples/index.js";
import type { ExpandSection, Members, Property, TypeText } from "../shapes/types.js";

/** What is the same on every page. */
export interface Site {
  readonly title: string;
  readonly version: string;
  readonly groups: readonly Group[];
  readonly hasChanges: boolean;
  readonly hasEvents: boolean;
}

export interface ParameterGroup {
  readonly place: "path" | "query" | "header" | "cookie";
  readonly properties: readonly Property[];
}

export interface Content {
  readonly mediaType: string;
  readonly type: TypeText;
  readonly members: Members;
  readonly examples: readonly Example[];
  /** `each`: undefined where the type is that of the whole. */
  readonly each?: string;
}

/** A value of the document as text. */
export interface Example {
  readonly title: string;
  readonly text: string;
}

export interface BodySection {
  readonly required: boolean;
  readonly description?: string;
  readonly contents: readonly Content[];
}

export interface ResponseSection {
  readonly status: string;
  readonly description: string;
  readonly isError: boolean;
  readonly headers: readonly Property[];
  readonly contents: readonly Content[];
  readonly links: readonly ResponseLink[];
}

/** What may be called next with what came. */
export interface ResponseLink {
  readonly name: string;
  readonly description?: string;
  /** The operation as the document names it. */
  readonly target: string;
  /** Undefined where the reference has no page of it. */
  readonly operation?: OperationLink;
  /** Parameter, or `body` → a value or a runtime expression. */
  readonly values: readonly (readonly [name: string, value: string])[];
}

/** One request: of several under one name, each has a section. */
export interface CallbackSection {
  readonly name: string;
  readonly method: string;
  readonly deprecated: boolean;
  /** Of a callback: the URL that is called. */
  readonly expression?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly members: Members;
}

export interface OperationPage {
  readonly kind: "operation";
  readonly link: OperationLink;
  readonly group: Group;
  readonly operationId: string;
  readonly functionName: string;
  readonly summary?: string;
  readonly description?: string;
  readonly servers: readonly ServerText[];
  readonly security: readonly string[];
  readonly externalDocs?: { readonly url: string; readonly description?: string };
  readonly parameters: readonly ParameterGroup[];
  readonly body?: BodySection;
  /** What the call gives. */
  readonly returns: Returns;
  readonly responses: readonly ResponseSection[];
  readonly expand?: ExpandSection;
  readonly callbacks: readonly CallbackSection[];
  readonly samples: readonly Sample[];
  /** The response that is shown beside the samples. */
  readonly sampleResponse?: string;
}

export interface ServerText {
  readonly url: string;
  readonly description?: string;
  readonly variables: readonly Property[];
}

export interface Returns {
  /** `a page of`, `a stream of events:`: before the type. */
  readonly words: string;
  readonly type: TypeText;
}

export interface SchemaPage {
  readonly kind: "schema";
  readonly link: Link;
  readonly key: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly type: TypeText;
  readonly values: readonly string[];
  readonly facts: readonly string[];
  readonly members: Members;
  readonly example?: string;
  readonly returnedBy: readonly OperationLink[];
  readonly takenBy: readonly OperationLink[];
  readonly usedBy: readonly Link[];
}

export interface IndexPage {
  readonly kind: "index";
  readonly summary?: string;
  readonly description?: string;
  readonly servers: readonly ServerText[];
  readonly security: readonly DocumentedScheme[];
  readonly schemas: readonly Link[];
  readonly operations: number;
}

export interface GroupPage {
  readonly kind: "group";
  readonly group: Group;
}

export interface SchemasPage {
  readonly kind: "schemas";
  readonly schemas: readonly Link[];
}

export interface EventsPage {
  readonly kind: "events";
  readonly events: readonly { readonly type: string; readonly schema: Link }[];
  readonly webhooks: readonly CallbackSection[];
}

export interface ChangesPage {
  readonly kind: "changes";
  readonly summary: string;
  readonly levels: readonly {
    readonly title: string;
    readonly changes: readonly ChangeText[];
  }[];
}

export interface ChangeText {
  readonly symbol: string;
  readonly rule: string;
  readonly detail: string;
  readonly effect: string;
  readonly file?: string;
}

export type Page =
  OperationPage | SchemaPage | IndexPage | SchemasPage | GroupPage | EventsPage | ChangesPage;
