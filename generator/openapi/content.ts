/** Parameters, bodies, responses, and what belongs to them. */
import type { PathItem } from "./document.js";
import type { Dictionary, Extensions, Referable } from "./extensions.js";
import type { Schema } from "./schema.js";

export type ParameterIn = "query" | "header" | "path" | "cookie";
export type ParameterStyle =
  "matrix" | "label" | "form" | "simple" | "spaceDelimited" | "pipeDelimited" | "deepObject";

export interface Parameter extends Header {
  readonly name: string;
  /** `querystring` is new in 3.2. */
  readonly in: ParameterIn | "querystring";
  readonly allowEmptyValue?: boolean;
}

export interface Header extends Extensions {
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: Schema;
  readonly content?: Dictionary<MediaType>;
  readonly example?: unknown;
  readonly examples?: Dictionary<Referable<Example>>;
}

export interface RequestBody extends Extensions {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Dictionary<MediaType>;
}

export interface MediaType extends Extensions {
  readonly schema?: Schema;
  /** 3.2: of each event, line or record of a stream. */
  readonly itemSchema?: Schema;
  readonly encoding?: Dictionary<Encoding>;
  readonly example?: unknown;
  readonly examples?: Dictionary<Referable<Example>>;
}

export interface Encoding extends Extensions {
  readonly contentType?: string;
  readonly headers?: Dictionary<Referable<Header>>;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface Response extends Extensions {
  readonly description?: string;
  readonly headers?: Dictionary<Referable<Header>>;
  readonly content?: Dictionary<MediaType>;
  readonly links?: Dictionary<Referable<Link>>;
}

export interface Example extends Extensions {
  readonly summary?: string;
  readonly description?: string;
  readonly value?: unknown;
  readonly externalValue?: string;
}

export interface Link extends Extensions {
  readonly operationRef?: string;
  readonly operationId?: string;
  /** Values, or runtime expressions, by the name of the parameter: `id`, `path.id`. */
  readonly parameters?: unknown;
  readonly requestBody?: unknown;
  readonly description?: string;
}

/** Runtime expressions to path items. */
export type Callback = Dictionary<PathItem>;
