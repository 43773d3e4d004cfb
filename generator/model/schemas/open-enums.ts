/**
 * Which enums are open: a value that is not listed may stand there as well. OpenAPI has no word for it. Documents have
 * marks, and the project's `enums` says what is made of them.
 */
import type { OpenApiDocument, Schema, SchemaObject } from "../../openapi/index.js";
import { member } from "../../openapi/pointer.js";
import { dereference, isReference } from "../../openapi/reference.js";
import type { ModelContext } from "../context/index.js";
import type { Direction } from "../types/index.js";
import { discriminators } from "./discriminators.js";
import { listedValues } from "./literal.js";
import { typesOf } from "./schema-types.js";

/** How documents say that values may be added to an enum. */
const MARKS: readonly ((schema: SchemaObject) => boolean)[] = [
  ({ description }) => description?.trimStart().startsWith("Open Enum.") === true,
  (schema) => schema["x-stripeBypassValidation"] === true,
  (schema) => schema["x-extensible-enum"] === true || markedValues(schema).length > 0,
  (schema) => member(schema["x-ms-enum"], "modelAsString") === true,
];

export interface OpenEnums {
  /** Whether values that the schema does not list may go this way. */
  isOpen(schema: SchemaObject, direction: Direction): boolean;
  /** The enum that a reference resolves to and a mark beside it opens, as one schema; undefined for all else. */
  besideReference(schema: SchemaObject): SchemaObject | undefined;
  /** Alternatives, of which an enum and all other values of its type are one open enum. */
  alternatives(options: readonly Schema[]): readonly Schema[];
  /** Whether an enum that is open in responses may be closed in requests. */
  readonly differs: boolean;
}

export function openEnums({ document, enums = "auto" }: ModelContext): OpenEnums {
  const isFixed = fixedEnums(document);
  return {
    differs: enums === "open",
    isOpen(schema, direction) {
      // `const` is one value, whatever stands around it.
      if (enums === "closed" || member(schema, "const") !== undefined) return false;
      const isOpen = isMarked(schema) || (enums === "open" && isList(schema, direction));
      return isOpen && !isFixed(schema);
    },
    besideReference(schema) {
      const { $ref, allOf = [], ...beside } = schema;
      const [only, ...others] = allOf;
      const reference = $ref === undefined && others.length === 0 ? only : schema;
      if (enums === "closed" || !isReference(reference) || !isMarked(schema)) return undefined;
      const found = dereference<SchemaObject>(document, reference);
      const isEnum = listedValues(found) !== undefined && listedValues(schema) === undefined;
      return isEnum && !isFixed(schema) && !isFixed(found) ? { ...found, ...beside } : undefined;
    },
    alternatives: (options) => (enums === "closed" ? options : withOpen(document, options)),
  };
}

function isMarked(schema: SchemaObject): boolean {
  return MARKS.some((marks) => marks(schema));
}

function withOpen(document: OpenApiDocument, options: readonly Schema[]): readonly Schema[] {
  const open = options.find(isAnyOfType);
  if (open === undefined) return options;
  const [type] = typesOf(open);
  const lists = options.flatMap((option) => {
    const found = dereference<SchemaObject>(document, option as SchemaObject);
    const values = listedValues(found)?.filter((value) => value !== null) ?? [];
    const isOwn = values.every((value) => typeof value === (type === "string" ? type : "number"));
    // An empty text alone is what unsets.
    return isOwn && values.some((value) => value !== "") ? [{ option, found, values }] : [];
  });
  if (lists.length === 0) return options;
  const isNullable = [open, ...lists.map(({ found }) => found)].some(mayBeNull);
  const whole: SchemaObject = {
    ...open,
    ...(type === undefined ? {} : { type }),
    enum: [...new Set(lists.flatMap(({ values }) => values))],
    "x-extensible-enum": true,
    ...(isNullable ? { nullable: true } : {}),
  };
  const rest = options.filter((option) => !lists.some((list) => list.option === option));
  return rest.map((option) => (option === open ? whole : option));
}

/** Whether a schema says no more than a type that an enum can be of. */
function isAnyOfType(schema: Schema): schema is SchemaObject {
  if (typeof schema !== "object" || listedValues(schema) !== undefined) return false;
  const { $ref, format, allOf, anyOf, oneOf } = schema;
  const [type, ...others] = typesOf(schema);
  const isScalar = type === "string" || type === "integer" || type === "number";
  return isScalar && others.length === 0 && !($ref ?? format ?? allOf ?? anyOf ?? oneOf);
}

function mayBeNull({ type, nullable, enum: values = [] }: SchemaObject): boolean {
  return nullable === true || [type].flat().includes("null") || values.includes(null);
}

/** An enum of one value is how documents write a constant, such as `object: "customer"`. */
function isList({ enum: values = [] }: SchemaObject, direction: Direction): boolean {
  return direction === "response" && values.filter((value) => value !== null).length > 1;
}

/** The values that a schema lists: in `enum`, or in the place of one in `x-extensible-enum`. */
export function enumValues(
  { enums = "auto" }: ModelContext,
  schema: SchemaObject,
): readonly unknown[] | undefined {
  const listed = listedValues(schema);
  const marked = enums === "closed" ? [] : markedValues(schema);
  return marked.length === 0 ? listed : [...new Set([...(listed ?? []), ...marked])];
}

/** Those of `x-extensible-enum` that are of the schema's type. */
function markedValues(schema: SchemaObject): readonly (string | number)[] {
  const marked = schema["x-extensible-enum"];
  const types = [schema.type ?? "string"].flat();
  return !Array.isArray(marked)
    ? []
    : (marked as readonly unknown[]).filter(isOpenable).filter((value) => {
        return typeof value === "string"
          ? types.includes("string")
          : types.includes("number") || types.includes("integer");
      });
}

/** Whether a type holds more of its kind: there is nothing beside `true` and `false`. */
export function isOpenable(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** Of enums by which members of a union are told apart: one open member would be none that a program can narrow to. */
function fixedEnums(document: OpenApiDocument): (schema: Schema) => boolean {
  return (schema) => {
    const fixed = known.get(document) ?? discriminators(document);
    known.set(document, fixed);
    return fixed.has(schema);
  };
}

const known = new WeakMap<OpenApiDocument, ReadonlySet<Schema>>();
