/** The language of the model for types: a small, normalised subset of the OpenAPI schema object. */

/**
 * A schema after normalisation (see `shape.ts`): references point at named schemas only, what the document says
 * about presence, expansion and lists is already worked in, and no keyword is left that does not bear on the type.
 */
export interface Shape {
  readonly $ref?: string;
  readonly type?: ShapeType | readonly ShapeType[];
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  /** Values of the same type that `enum`, of texts and numbers alone, does not list may stand there as well. */
  readonly open?: true;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape;
  /** A tuple; never nullable itself. At least the first `minItems` are there; more than are listed only where `items` says of which type. */
  readonly prefixItems?: readonly Shape[];
  readonly minItems?: number;
  readonly allOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  /** A type that no OpenAPI keyword stands for. Such a shape is never nullable itself; a union around it is. */
  readonly symbol?: TypeSymbol;
  /** What values must keep to besides the type. No type of TypeScript hangs on it. */
  readonly limits?: Limits;
  /** A value that the document shows. It need not fit the type. */
  readonly example?: unknown;
  /** The value that holds where none is given. It need not fit the type. */
  readonly default?: unknown;
  readonly description?: string;
  readonly deprecated?: boolean;
  /** The schema that no value fits, as JSON: TypeScript has no type for all but some. */
  readonly not?: string;
}

/** Keywords of JSON Schema 2020-12 Validation, sections 6.2 to 6.4. */
export interface Limits {
  readonly multipleOf?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A boolean in 3.0: whether `minimum` itself is left out. */
  readonly exclusiveMinimum?: number | boolean;
  readonly exclusiveMaximum?: number | boolean;
  /** In UTF-16 code units, as the validators count. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Which way values go: a request leaves out what is `readOnly`, a response what is `writeOnly`. */
export type Direction = "request" | "response";

export type ShapeType = "string" | "number" | "integer" | "boolean" | "object" | "array" | "null";

/**
 * `list`: a container of the dialect around its item type; `items` is the property that holds them. `upload`: the content of a file in a form.
 * `raw`: a body that is sent as it is. `date`: a point in time. `bigint`: a whole number of any size. `expand`: the paths that are asked for.
 * `body`: the body of the media type that the caller chose, of the type with that name; `ranges`: it may be in a range.
 */
export type TypeSymbol =
  | ListSymbol
  | { readonly kind: "upload" }
  | { readonly kind: "raw" }
  | { readonly kind: "date" }
  | { readonly kind: "bigint" }
  | { readonly kind: "expand" }
  | { readonly kind: "body"; readonly bodies: string; readonly ranges?: boolean };

export interface ListSymbol {
  readonly kind: "list";
  readonly name: string;
  readonly items: string;
  readonly item: Shape;
  /** The object around the items, in which their property is an array of nothing said. */
  readonly container: Shape;
}

/** What stands beside the listed values of an open enum. */
export type OpenType = "string" | "number" | "integer";

/** Empty where the shape lists all values there are. */
export function openTypes({ enum: values = [], open, type }: Shape): readonly OpenType[] {
  if (open !== true) return [];
  if (type === "string" || type === "number" || type === "integer") return [type];
  const texts = values.some((value) => typeof value === "string");
  const numbers = values.some((value) => typeof value === "number");
  return [...(texts ? (["string"] as const) : []), ...(numbers ? (["number"] as const) : [])];
}
