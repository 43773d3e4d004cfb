/** What is known of the document, as plain data. The generator takes its types from here. */
import type { Text } from "./notation.js";

/**
 * How an example is made. Objects and plain values stand for themselves; a list says what is to be done:
 *
 * - `["id", "author", "former_author"]`: the id of one of these schemas, which stands in its place when expanded
 * - `["ref", "address"]`: the example of a schema
 * - `["array", item]`: an array of this item, of as many where a test gives several; `["array", item, item]`: of two at
 *   least; `["array"]`: an empty one
 * - `["tuple", a, b]`: an array of these
 * - `["or", a, b]`: one of these, the first unless something asks for another
 * - `["and", a, b]`: an object with the properties of all
 * - `["null", a]`: may be null, too: where the example would be endless
 *
 * As values of properties only:
 *
 * - `["?", a]`: may be absent, too: where the example would be endless
 * - `["ask", a]`: present only when it is asked for, by an expand path; `["ask", a, null]`: null when it is not
 * - `["when", "type", a]`: present only when the property `type` beside it names this property; `["when", "type", a, null]`:
 *   null when it names another
 */
export type Template =
  | Scalar
  | TemplateObject
  | readonly ["id", ...string[]]
  | readonly ["ref", string]
  | readonly ["array", ...Template[]]
  | readonly ["tuple", ...Template[]]
  | readonly ["or", ...Template[]]
  | readonly ["and", ...Template[]]
  | readonly ["null" | "?" | "ask", Template]
  | readonly ["ask", Template, null]
  | readonly ["when", string, Template]
  | readonly ["when", string, Template, null];

export type Scalar = string | number | boolean | null;

export interface TemplateObject {
  readonly [property: string]: Template;
}

/** By schema. */
export type Templates = Readonly<Record<string, Text<Template>>>;

/**
 * What a parameter has to be. An object lists its properties, and has no others; a list says more:
 *
 * - `["enum", "day", "week"]`: one of these
 * - `["array", kind]`, `["tuple", a, b]`, `["map", kind]`: with items, or values under any key, of this kind
 * - `["open", object, kind]`: the object, and values of this kind under other keys
 * - `["or", a, b]`: any of these
 * - `["and", a, b]`: an object with the properties of all
 * - `["ref", "address"]`: the kind of a schema
 * - `["values", name]`: what stands under the name in the table of values
 *
 * As the kind of a property only: `["!", kind]`: it must be there.
 */
export type ValueKind =
  | "string"
  | "integer"
  | "number"
  | "boolean"
  | "null"
  | "file"
  | "raw"
  | "any"
  | KindObject
  | readonly ["enum", ...Scalar[]]
  | readonly ["tuple", ...ValueKind[]]
  | readonly ["or", ...ValueKind[]]
  | readonly ["and", ...ValueKind[]]
  | readonly ["array" | "map" | "!", ValueKind]
  | readonly ["open", ValueKind, ValueKind]
  | readonly ["ref" | "values", string];

export interface KindObject {
  readonly [property: string]: ValueKind;
}

/** By schema, or by the name of a list of values. */
export type Kinds = Readonly<Record<string, Text<ValueKind>>>;

/** Where parameters stand. */
export type ParameterLocation = "query" | "header" | "cookie" | "body";

/** By place and name: a style of OpenAPI, `!` behind it where it is not exploded, or `json`. */
export type Styles = { readonly [P in ParameterLocation]?: Readonly<Record<string, string>> };

export interface TestOperation extends Readonly<Partial<Record<ParameterLocation, ValueKind>>> {
  /** Kinds of the path's variables that are not text. */
  readonly path?: KindObject;
  readonly styles?: Styles;
  /** The groups that the function's params have; absent where they have none. */
  readonly groups?: readonly ("path" | ParameterLocation)[];
  /** Absent where the response is not JSON. Of a response that is many values, each. */
  readonly response?: Template;
  /** The path's variable that is the response's id. */
  readonly id?: string;
  /** The response is one page of a list; this property of it is the path where it was asked for. */
  readonly page?: string;
  /** The response is one page of a list, and this says how the others would be found. */
  readonly pages?: TestPages;
  readonly needsBody?: true;
  /** Besides the parameters listed, this one is taken, and asks for objects in the place of ids. */
  readonly expand?: string;
  /** The only paths that may be asked for; absent: those that the response has. */
  readonly listed?: readonly string[];
  /** The property of the response with the items at which paths begin; absent: they begin at the response. */
  readonly items?: string;
  /** Names of the API keys that its query may have, where they are not those of all operations. */
  readonly keys?: readonly string[];
  /** Where it is not `application/json`. */
  readonly mediaType?: string;
  /** What is returned instead of one JSON value. */
  readonly reads?: "stream" | "text" | "events" | "lines" | "sequence";
}

/** Paths are names of properties from the response inwards. */
export interface TestPages {
  readonly items: readonly string[];
  /** What names the next page, and what says there that there is none. */
  readonly next?: readonly string[];
  readonly end?: null | "";
  /** What is false on the last page. */
  readonly more?: readonly string[];
  /** The query parameter that counts, and its value for the first page; default 0. */
  readonly parameter?: string;
  readonly first?: number;
}

export interface TestDocument {
  /** Queries and forms nest with brackets. */
  readonly nested: boolean;
  /** Paths of the servers, without a slash at their ends, variables in braces. */
  readonly bases: readonly string[];
  /** Names of the API keys that a query may have. */
  readonly keys?: readonly string[];
  /** The most segments of an expand path; absent: any number. */
  readonly depth?: number;
  /** The property of lists that paths go through without naming it. */
  readonly skipped?: string;
  /** The property by which objects are known. Default: `id`. */
  readonly id?: string;
}

/** An operation whose kinds and response are in notation. */
export type NotedOperation = {
  readonly [N in keyof TestOperation]: N extends "path" | ParameterLocation | "response"
    ? Text<NonNullable<TestOperation[N]>>
    : TestOperation[N];
};

/** By method and path, `GET /posts/{post}`. */

export type TestOperations = Readonly<Record<string, NotedOperation>>;

/** The own member of an object: its keys are of a document, and `constructor` may be one. */
export function entry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === "[object Object]";
}
