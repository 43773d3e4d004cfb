/** Examples of what an API responds with, as plain data. */
import type { ExampleRules } from "../model/types/output.js";
import type { Scalar, Template } from "../../templates/testing/document/data.js";

export type { ExampleRules, Scalar, Template };

/** What an operation responds with. */
export interface ResponseExample {
  /** Undefined where the response is not JSON. Of a response that is many values, each. */
  readonly template?: Template;
  /** The whole response as the document shows it; undefined where it shows none. */
  readonly shown?: unknown;
  /** Where it is not `application/json`. */
  readonly mediaType?: string;
  /** Of a container of the dialect, with the property that is the path of the operation, where there is one. */
  readonly page?: { readonly url?: string };
  /** The path's variable that is the id of the response. */
  readonly id?: string;
}

export interface Examples {
  readonly rules: ExampleRules;
  /** By key, in the model's order; those only that responses lead to. */
  readonly schemas: ReadonlyMap<string, Template>;
  /** By method and path, `GET /v1/charges`. */
  readonly responses: ReadonlyMap<string, ResponseExample>;
}
