/** Schema objects. */
import type { ExternalDocs } from "./document.js";
import type { Dictionary, Extensions } from "./extensions.js";

export interface Discriminator extends Extensions {
  readonly propertyName: string;
  /** Values to references in the form of {@link Reference}, all resolvable. */
  readonly mapping?: Dictionary<string>;
}

export type SchemaType = "null" | "boolean" | "object" | "array" | "number" | "string" | "integer";

/** `true` accepts everything, `false` nothing. */
export type Schema = boolean | SchemaObject;

export interface SchemaObject extends Extensions {
  /** As in {@link Reference}. In 3.0 everything beside it is ignored, in 3.1 it all applies. */
  readonly $ref?: string;
  readonly $id?: string;
  readonly $schema?: string;
  readonly $anchor?: string;
  readonly $dynamicAnchor?: string;
  readonly $dynamicRef?: string;
  readonly $comment?: string;
  readonly $defs?: Dictionary<Schema>;

  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly example?: unknown;
  readonly examples?: unknown;
  readonly externalDocs?: ExternalDocs;

  readonly type?: SchemaType | readonly SchemaType[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  /** 3.0 */
  readonly nullable?: boolean;
  readonly format?: string;

  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly dependentSchemas?: Dictionary<Schema>;
  readonly discriminator?: Discriminator;

  readonly properties?: Dictionary<Schema>;
  readonly patternProperties?: Dictionary<Schema>;
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly unevaluatedProperties?: Schema;
  readonly required?: readonly string[];
  readonly dependentRequired?: Dictionary<readonly string[]>;
  readonly minProperties?: number;
  readonly maxProperties?: number;

  /** An array only in drafts before 2020-12, where it means `prefixItems`. */
  readonly items?: Schema | readonly Schema[];
  readonly prefixItems?: readonly Schema[];
  /** Drafts before 2020-12: what comes after the items that {@link items} lists. */
  readonly additionalItems?: Schema;
  readonly contains?: Schema;
  readonly unevaluatedItems?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;

  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  readonly contentSchema?: Schema;

  readonly multipleOf?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** 3.0: a flag beside `minimum`. */
  readonly exclusiveMinimum?: number | boolean;
  /** 3.0: a flag beside `maximum`. */
  readonly exclusiveMaximum?: number | boolean;
}
