/** The configuration: `unfold.config.{ts,js,json}`. What is one API's own is stated here, in overlays and in templates. */

import type { Acknowledged } from "../support/diagnostic.js";
import type { Dialect } from "./dialect.js";

export type * from "./dialect.js";
export type { Acknowledged } from "../support/diagnostic.js";

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
  /**
   * Warnings that are known and not told again, not even as errors under `--strict`:
   * `{ code: "overlay-no-match", pointer: "/actions/3/target" }`.
   */
  readonly acknowledged?: readonly Acknowledged[];
  /**
   * References of schemas and responses that resolve to nothing, or to something else, are taken as unknown, with a
   * warning each. Default false: they are errors.
   */
  readonly lenient?: boolean;
  /** How operations are called. Default `flat`. */
  readonly calls?: CallStyle;
  /** Adds `raw`: openapi-fetch's client over a type of all paths. Default false. */
  readonly raw?: boolean;
  /** Adds `testing`: a `fetch` that responds from the document, for the tests of who uses the client. Default false. */
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

/** Types the configuration; returns it as it is. */
export function defineConfig(config: Config): Config {
  return config;
}
