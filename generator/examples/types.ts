/** Examples of what an API answers, as plain data. */

/**
 * How an example is made. Objects and plain values stand for themselves; a list says what is to be done:
 *
 * - `["id", "customer", "deleted_customer"]`: the id of one of these schemas, which stands in its place when expanded
 * - `["ref", "address"]`: the example of a schema
 * - `["array", item, 2]`: an array of so many items, one where no number stands; `["array"]`: an empty one
 * - `["tuple", a, b]`: an array of these
 * - `["or", a, b]`: one of these, the first unless something asks for another
 * - `["and", a, b]`: an object with the properties of all
 * - `["null", a]`: may be null, too: where the example would be endless
 *
 * As values of properties only:
 *
 * - `["?", a]`: may be absent, too: where the example would be endless
 * - `["ask", a]`: present only when it is asked for, by an expand path
 * - `["when", "type", a]`: present only when the property `type` beside it names this property
 */
export type Template =
  | string
  | number
  | boolean
  | null
  | { readonly [property: string]: Template }
  | readonly ["id", ...string[]]
  | readonly ["ref", string]
  | readonly ["array", Template?, number?]
  | readonly ["tuple", ...Template[]]
  | readonly ["or", ...Template[]]
  | readonly ["and", ...Template[]]
  | readonly ["null" | "?" | "ask", Template]
  | readonly ["when", string, Template];

/** What an operation answers. */
export interface AnswerExample {
  /** Undefined where the answer is no JSON. Of an answer that is many values, each. */
  readonly template?: Template;
  /** Where it is not `application/json`. */
  readonly mediaType?: string;
  /** A container of the dialect whose `url` is the path of the operation. */
  readonly page: boolean;
  /** The path's variable that is the `id` of the answer. */
  readonly id?: string;
}

export interface Examples {
  /** By key; those only that answers lead to. */
  readonly schemas: ReadonlyMap<string, Template>;
  /** By method and path, `GET /v1/charges`. */
  readonly answers: ReadonlyMap<string, AnswerExample>;
}
