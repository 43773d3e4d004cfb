/** Examples of what an API answers, as plain data. */

/** How an example is made, in the form that `templates/testing/data.ts` describes and a client's tests read. */
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
  /** Of a container of the dialect, with the property that is the path of the operation, where there is one. */
  readonly page?: { readonly url?: string };
  /** The path's variable that is the id of the answer. */
  readonly id?: string;
}

export interface Examples {
  /** By key; those only that answers lead to. */
  readonly schemas: ReadonlyMap<string, Template>;
  /** By method and path, `GET /v1/charges`. */
  readonly answers: ReadonlyMap<string, AnswerExample>;
}
