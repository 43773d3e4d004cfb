/** The configuration: `unfold.config.{ts,js,json}`. What is one API's own is stated here, in overlays and in templates. */

import type { Acknowledged } from "../support/diagnostic.js";
import type { Dialect } from "./dialect.js";
import type { PaginationRule } from "./pagination.js";

export type * from "./dialect.js";
export type * from "./pagination.js";
export type { Acknowledged } from "../support/diagnostic.js";

/** Those of OpenAPI 3.2 ("Path Item Object"). */
export type HttpMethod =
  "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE" | "QUERY";

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
   * Schemas and responses that are wrong, and references of them that resolve to nothing, or to something else, are taken
   * as unknown, with a warning each. Default false: they are errors.
   */
  readonly lenient?: boolean;
  /** How operations are called. Default `flat`. */
  readonly calls?: CallStyle;
  /** Whether enums take and give values that they do not list. Default `auto`. */
  readonly enums?: EnumRule;
  /**
   * How operations return lists page by page, so that `for await` goes over all items. Default: none; what a document looks
   * like is told by a note. Dialects with templates have `lists` instead.
   */
  readonly pagination?: readonly PaginationRule[];
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

export const ENUM_RULES = ["open", "closed", "auto"] as const;

/**
 * An enum that is open has a type such as `"day" | "week" | (string & {})`: editors complete what is listed, and any other
 * text compiles, so that a program is ready for values that the API adds later. A `switch` over it needs a `default`.
 *
 * `closed`: all enums are exactly what they list; values in `x-extensible-enum` alone are not read.
 *
 * `auto`: those are open, in requests and in responses, of which the document says that values may be added: their
 * description begins with "Open Enum.", or they have `x-stripeBypassValidation: true`, `x-extensible-enum` (with the values,
 * or `true` beside `enum`) or `x-ms-enum: { modelAsString: true }`.
 *
 * `open`: those, and all others of responses. An API may add a value to what it returns at any time, while a value
 * that a request has and the document does not list is a typo far more often than news.
 *
 * Closed in any case: an enum of one value without a mark, which is a constant; what tells the members of a union
 * apart (`discriminator`, constants, or else values that no other member has), so that programs still narrow by it;
 * booleans.
 *
 * The default is `auto` as it breaks the fewest: the types of a document without marks stay as they are, so that a
 * `switch` over all values and a `Record` by them compile; and where a document announces more values, a closed type
 * would promise what the API does not hold. Compilers do not mind either way: 764 open enums in all of Stripe's types are
 * 0.8 % more instantiations and types in TypeScript 5.9 and 7.0, and no time that could be measured.
 *
 * @see https://opensource.zalando.com/restful-api-guidelines/#112
 * @see https://azure.github.io/autorest/extensions/#x-ms-enum
 */
export type EnumRule = (typeof ENUM_RULES)[number];

export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  /**
   * Where the reference that `unfold docs` wrote is published: `https://docs.example.com/api`. The README and
   * `OPERATIONS.md` link its pages, and `package.json` has it as `homepage`.
   */
  readonly reference?: string;
  /** A file with the licence notice of the document, packed as `NOTICE`; relative to the configuration. */
  readonly notice?: string;
}

/** Types the configuration; returns it as it is. */
export function defineConfig(config: Config): Config {
  return config;
}
