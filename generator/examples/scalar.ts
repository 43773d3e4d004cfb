/** Examples of single values. The sampler makes texts by format, pattern and length; the rest is made here. */
import { sample } from "openapi-sampler";
import type { Shape } from "../model/types/index.js";
import { openTypes } from "../model/types/shape.js";
import type { ShapePlace } from "./place.js";
import type { ExampleRules, Scalar } from "./types.js";

/** 14 November 2023. */
const TIME = { seconds: 1_700_000_000, milliseconds: 1_700_000_000_000 };

/** The example's id of an object of this schema. */
export function exampleId(key: string): string {
  return `${key.replaceAll(/\W+/g, "_")}_1`;
}

/** The configuration's value, the document's, or one that fits; `null` for a shape that allows anything. */
export function sampleScalar(
  shape: Shape,
  { name, key, shown }: ShapePlace,
  { dates, id, values }: ExampleRules,
): Scalar {
  const { enum: listed, format } = shape;
  const isShown = isScalar(shown) && allows(shape, shown);
  if (listed !== undefined) return isShown ? shown : (listed.find(isScalar) ?? null);
  const type = [shape.type].flat().find((one) => one !== "null");
  if (type === undefined) return null;
  const wanted = Object.hasOwn(values, name) ? values[name] : undefined;
  if (wanted !== undefined && isPlain(shape) && allows(shape, wanted)) return wanted;
  if (isShown) return shown;
  // What is out of the ordinary is rarely what a test begins with.
  if (type === "boolean") return false;
  const { unit = "text" } = dates.find((rule) => rule.format === format) ?? {};
  if (type !== "string" && unit !== "text") return TIME[unit];
  if (format === "decimal" || (format === "int64" && type === "string")) return "1";
  const made = name === id ? exampleId(key) : valueForEnd(name, values);
  if (made !== undefined && isPlain(shape) && allows(shape, made)) return made;
  const { default: fallback } = shape;
  return isScalar(fallback) && fallback !== null && allows(shape, fallback)
    ? fallback
    : type === "string"
      ? sampledText(shape)
      : nearestNumber(shape);
}

/** The value under what the name ends with: `cancel_url` is a `url`. */
function valueForEnd(name: string, values: ExampleRules["values"]): string | number | undefined {
  const ends = Object.entries(values).filter(([key]) => {
    const camel = key.charAt(0).toUpperCase() + key.slice(1);
    return name.endsWith(`_${key}`) || name.endsWith(camel);
  });
  return ends.sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

function sampledText({ type, format, limits = {} }: Shape): Scalar {
  // The sampler takes a class of characters that begins with `^` for one of those in it.
  const pattern = limits.pattern?.replaceAll(/\[\^[^\]]+\]/g, "[a-z]");
  const schema = { type, format, ...limits, ...(pattern === undefined ? {} : { pattern }) };
  const value = sample(schema as Parameters<typeof sample>[0], OPTIONS);
  return isScalar(value) ? value : null;
}

const OPTIONS = { quiet: true, enablePatterns: true };

/** A number within the limits: 0, else one near a limit. */
function nearestNumber(shape: Shape): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = shape.limits ?? {};
  const step = multipleOf ?? 1;
  const limits = [minimum, exclusiveMinimum, maximum, exclusiveMaximum].filter(
    (limit) => typeof limit === "number",
  );
  const near = limits.flatMap((limit) => {
    const multiple = Math.floor(limit / step) * step;
    return [limit, multiple, multiple + step, multiple - step];
  });
  const middle = limits.reduce((sum, limit) => sum + limit, 0) / limits.length;
  return [0, ...near, middle].find((number) => allows(shape, number)) ?? 0;
}

/** Whether values of any form fit: what no document has told us of keeps to no pattern. */
function isPlain({ format, limits }: Shape): boolean {
  return format === undefined && limits?.pattern === undefined;
}

/** Whether the value is of the type and within its limits. Patterns are hostile, and the document's own values fit. */
function allows(shape: Shape, value: Scalar): boolean {
  const { enum: listed, limits = {}, type = openTypes(shape) } = shape;
  if (listed?.includes(value) === true) return true;
  if (listed !== undefined && shape.open !== true) return false;
  const types = [type].flat();
  if (typeof value === "string") {
    const { minLength = 0, maxLength = Infinity } = limits;
    return types.includes("string") && value.length >= minLength && value.length <= maxLength;
  }
  if (typeof value !== "number") return types.includes(value === null ? "null" : "boolean");
  const { minimum = -Infinity, maximum = Infinity, multipleOf = 0 } = limits;
  const { exclusiveMinimum: above, exclusiveMaximum: below } = limits;
  const isNumber =
    types.includes("number") || (types.includes("integer") && Number.isInteger(value));
  return (
    isNumber &&
    value >= minimum &&
    value <= maximum &&
    !(above === true ? value === minimum : value <= Number(above ?? -Infinity)) &&
    !(below === true ? value === maximum : value >= Number(below ?? Infinity)) &&
    (multipleOf === 0 || Number.isInteger(value / multipleOf))
  );
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
