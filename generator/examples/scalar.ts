/** Examples of single values. The sampler knows formats, patterns and limits; what a client's test needs besides is said here. */
import { sample } from "openapi-sampler";
import type { SchemaObject } from "../openapi/index.js";

export interface ScalarPlace {
  /** Of the property. */
  readonly name: string;
  /** Of the schema around it. */
  readonly key: string;
}

export interface ScalarRules {
  /** Formats of numbers that are points in time. */
  readonly dates: readonly string[];
  /** Examples by name of the property. */
  readonly values: ReadonlyMap<string, string | number>;
}

export type Scalar = string | number | boolean | null;

/** 14 November 2023, in seconds. */
const TIME = 1_700_000_000;

/** The example's id of an object of this schema. */
export function exampleId(key: string): string {
  return `${key.replaceAll(/\W+/g, "_")}_1`;
}

/** `null` for a schema that allows anything. */
export function sampleScalar(
  schema: SchemaObject,
  { name, key }: ScalarPlace,
  { dates, values }: ScalarRules,
): Scalar {
  const listed = schema.const === undefined ? schema.enum : [schema.const];
  const constant = listed?.find((value) => value !== null);
  if (constant !== undefined) return isScalar(constant) ? constant : null;
  const type = [schema.type].flat().find((one) => one !== "null");
  if (listed !== undefined || type === undefined) return null;
  // What is out of the ordinary is rarely what a test begins with.
  if (type === "boolean") return false;
  const { format } = schema;
  if (type !== "string" && dates.includes(format ?? "")) return TIME;
  if (format === "decimal") return "1";
  return fitting(schema, name === "id" ? exampleId(key) : valueFor(name, values));
}

/** The value under this name, else under what it ends with: `cancel_url` is a `url`. */
function valueFor(name: string, values: ScalarRules["values"]): string | number | undefined {
  const exact = values.get(name);
  if (exact !== undefined) return exact;
  const ends = [...values].filter(([key]) => {
    const camel = key.charAt(0).toUpperCase() + key.slice(1);
    return name.endsWith(`_${key}`) || name.endsWith(camel);
  });
  return ends.sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

/** The value where the schema allows it, else the sampler's. */
function fitting(schema: SchemaObject, wanted: string | number | undefined): Scalar {
  if (wanted !== undefined && allows(schema, wanted)) return wanted;
  const { description: _, example: _e, examples: _es, default: _d, ...facts } = schema;
  // The sampler takes a class of characters that begins with `^` for one of those in it.
  const pattern = schema.pattern?.replaceAll(/\[\^[^\]]+\]/g, "[a-z]");
  const limits = { ...facts, ...(pattern === undefined ? {} : { pattern }) };
  const value = sample(limits as Parameters<typeof sample>[0], OPTIONS);
  return isScalar(value) ? value : null;
}

const OPTIONS = { quiet: true, enablePatterns: true };

function allows(schema: SchemaObject, value: string | number): boolean {
  const { type, format, pattern, minLength = 0, maxLength = Infinity } = schema;
  if (typeof value === "number") {
    const { minimum = -Infinity, maximum = Infinity } = schema;
    const isNumber = type === "number" || (type === "integer" && Number.isInteger(value));
    return isNumber && value >= minimum && value <= maximum;
  }
  const fits = value.length >= minLength && value.length <= maxLength;
  return [type].flat().includes("string") && format === undefined && pattern === undefined && fits;
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
