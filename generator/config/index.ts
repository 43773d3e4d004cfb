/** The configuration: `unfold.config.{ts,js,json}`. What is one API's own is stated here, in overlays and in templates. */

export type HttpMethod = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";

export interface Config {
  readonly projects: readonly Project[];
}

export interface Project {
  /** Shown in messages. */
  readonly name: string;
  /** Path, URL or pin file (`spec/source.json`) of the document, relative to the configuration. */
  readonly document: string;
  /** OpenAPI Overlay documents, applied in this order. */
  readonly overlays?: readonly string[];
  /** The folder that is written. */
  readonly output: string;
  /**
   * What comments carry. `links`: operation id, method, path, deprecation: facts only.
   * `full`: the document's own descriptions as well. Default `full`.
   */
  readonly docs?: "links" | "full";
  /** What relative links in descriptions are relative to: `https://docs.example.com`. */
  readonly docsBase?: string;
  /** Makes the output a package: adds `package.json` and a README, and moves the sources under `src/`. */
  readonly package?: PackageInfo;
  /** Conventions of the API beyond OpenAPI. */
  readonly dialect?: Dialect;
  /** How operations are also grouped as methods of resources. Default `none`. */
  readonly resources?: ResourceRule;
  /** The operations that are wanted: those that some of these match. Default: all. What only others need is left out. */
  readonly include?: readonly Selector[];
  /** The operations that are not wanted, of those that are included. */
  readonly exclude?: readonly Selector[];
  /** How operations are called. Default `flat`. */
  readonly calls?: CallStyle;
  /** Adds `raw`: openapi-fetch's client over a type of all paths. Default false. */
  readonly raw?: boolean;
  /** Adds `testing`: a `fetch` that answers from the document, for the tests of who uses the client. Default false. */
  readonly testing?: boolean | TestingRule;
}

export interface TestingRule {
  /**
   * Examples of properties by their names, or what these end with, where the document allows any text or number:
   * `{ url: "https://example.com" }` is for `cancel_url`, too.
   */
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * `paths`: `/checkout/sessions/{id}/expire` is `checkout.sessions.expire(id)`. `tags`: the operation `pets_list` of the
 * tag `pets` is `pets.list()`. `none`: functions only.
 */
export type ResourceRule = "paths" | "tags" | "none";

/**
 * Operations by tag, by path, by operationId (`*` stands for anything, in a path for anything but a slash, and `**` for
 * slashes too: `path:/v1/**`), or those that are deprecated.
 */
export type Selector = `tag:${string}` | `path:${string}` | `operation:${string}` | "deprecated";

export function isSelector(value: unknown): value is Selector {
  return typeof value === "string" && /^(?:(?:tag|path|operation):.+|deprecated)$/s.test(value);
}

/**
 * `flat`: the values of the path in their order, then the query or the body, or `{ query, header, cookie, body }` where
 * there are several of them. `grouped`: always `{ path, query, header, cookie, body }`.
 */
export type CallStyle = "flat" | "grouped";

export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  /** A file with the licence notice of the document, packed as `NOTICE`; relative to the configuration. */
  readonly notice?: string;
}

/** What an API does that OpenAPI has no word for. Each field is a switch; none is guessed. */
export interface Dialect {
  /** Folder of TypeScript copied to `src/<its name>/`, relative to the configuration. */
  readonly templates: string;
  /** Media type of request bodies that the client encodes without being told. Default `application/json`. */
  readonly body?: string;
  /**
   * Queries and form bodies nest with brackets to any depth, arrays with an index: what the document's
   * styles `form` and `deepObject` both mean for this API.
   */
  readonly nested?: boolean;
  /** Methods whose request body the API reads from the query string. */
  readonly bodyAsQuery?: readonly HttpMethod[];
  /** Formats of numbers in requests for which a `Date` may be given. */
  readonly dates?: readonly string[];
  /** Response properties that are nullable are present even when not listed in `required`. */
  readonly nullableIsPresent?: boolean;
  /** Prefix of the schema that stands for a deleted object: `deleted_` makes `deleted_customer` customer's twin. */
  readonly deletedPrefix?: string;
  /** Object schemas that are containers of one item type, and the calls that answer them. */
  readonly lists?: readonly ListRule[];
  /** Puts the resources in a class; needs `resources`. */
  readonly class?: ClassRule;
  /** Where the document lists its webhook events. */
  readonly events?: EventRule;
  /** Types that the copied templates need from the document: exported name → schema key. */
  readonly types?: Readonly<Record<string, string>>;
}

export interface EventRule {
  /** JSON pointer of the enum of event types. */
  readonly types: string;
  /** Key of the schema that every event has. */
  readonly schema: string;
}

/**
 * The class that the resources are properties of, and the package's default export. The templates' `class.ts` exports
 * what it is made with: `Base`, its superclass; `Config`, the options besides the key; `isOptions`, which tells the
 * options of a call from its params.
 */
export interface ClassRule {
  readonly name: string;
  /** Other exports of `class.ts` that stand in the namespace of the class. */
  readonly exports: readonly string[];
}

export interface ListRule {
  /** Value of the container's `object` property: `list`. */
  readonly object: string;
  /** Generic type, exported by the templates' `lists.ts`. */
  readonly type: string;
  /** Function, exported by the templates' `pages.ts`, that makes a call answering such a container. */
  readonly call: string;
  /** Type that call returns. */
  readonly result: string;
  /** Properties a container has, no more; a schema with others is an ordinary object. */
  readonly properties: readonly string[];
}

/** Types the configuration; returns it as it is. */
export function defineConfig(config: Config): Config {
  return config;
}
