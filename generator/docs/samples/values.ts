/** The least values that fit a shape: what a document requires and no more. */
import { sampleScalar } from "../../examples/scalar.js";
import { schemasByKey } from "../../model/types/by-key.js";
import type { Model, Shape } from "../../model/types/index.js";
import { keyOf } from "../../model/types/references.js";
import { FILE, NUMBER, PATH } from "./types.js";

export interface ValuePlace {
  /** Of the property. */
  readonly name: string;
  /** Keys of the schemas around it. */
  readonly parents: readonly string[];
}

/** Nothing that ends would fit. */
export const ENDLESS = Symbol("endless");

export function leastValue(model: Model, whole: Shape, place: ValuePlace): unknown {
  const { type, enum: values, symbol, allOf, anyOf, oneOf, prefixItems } = whole;
  const key = keyOf(whole);
  if (key !== undefined) return ofSchema(model, key, place);
  if (values !== undefined) return values[0] ?? null;
  if (symbol !== undefined) return symbol.kind === "upload" || symbol.kind === "raw" ? FILE : [];
  if (allOf !== undefined) return allParts(model, allOf, place);
  const options = anyOf ?? oneOf;
  if (options !== undefined) return firstFinite(model, options, place, whole);
  if (prefixItems !== undefined) return tuple(model, whole, place);
  if (type === "array") return items(model, whole, place);
  if (type === "null") return null;
  if (whole.properties !== undefined || type === "object") return members(model, whole, place);
  return scalar(model, whole, place);
}

function ofSchema(model: Model, key: string, { name, parents }: ValuePlace): unknown {
  const schema = schemasByKey(model.schemas).get(key);
  if (schema === undefined) return {};
  if (parents.includes(key)) return ENDLESS;
  return leastValue(model, schema.shape, { name, parents: [...parents, key] });
}

function firstFinite(
  model: Model,
  options: readonly Shape[],
  place: ValuePlace,
  { nullable }: Shape,
): unknown {
  for (const option of options) {
    if (option.enum?.length === 0 || isWritten(option)) continue;
    const value = leastValue(model, option, place);
    if (value !== ENDLESS) return value;
  }
  return nullable === true ? null : ENDLESS;
}

/** What is no JSON: text or a number stands beside it. */
function isWritten({ symbol }: Shape): boolean {
  return symbol?.kind === "date" || symbol?.kind === "bigint";
}

function allParts(model: Model, parts: readonly Shape[], place: ValuePlace): unknown {
  const values = parts.map((part) => leastValue(model, part, place));
  if (values.includes(ENDLESS)) return ENDLESS;
  const objects = values.filter((value) => typeof value === "object" && value !== null);
  return objects.length === 0 ? (values[0] ?? {}) : (Object.assign({}, ...objects) as object);
}

function tuple(
  model: Model,
  { prefixItems = [], minItems = 0 }: Shape,
  place: ValuePlace,
): unknown {
  const values = prefixItems.slice(0, minItems).map((item) => leastValue(model, item, place));
  return values.includes(ENDLESS) ? ENDLESS : values;
}

function items(model: Model, { items: item = {}, limits }: Shape, place: ValuePlace): unknown {
  const value = leastValue(model, item, place);
  const least = limits?.minItems ?? 0;
  if (value === ENDLESS) return least === 0 ? [] : ENDLESS;
  return Array.from({ length: Math.min(Math.max(least, 1), 3) }, () => value);
}

function members(model: Model, shape: Shape, { parents }: ValuePlace): unknown {
  const { properties = {}, required = [], nullable } = shape;
  const described = new Map(Object.entries(properties));
  const entries: [string, unknown][] = [];
  for (const name of new Set(required)) {
    const property = described.get(name);
    if (property === undefined) continue;
    const value = leastValue(model, property, { name, parents });
    if (value === ENDLESS) return nullable === true ? null : ENDLESS;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function scalar({ output }: Model, shape: Shape, { name, parents }: ValuePlace): unknown {
  const place = { name, key: parents.at(-1) ?? name, shown: shape.example };
  const value = sampleScalar(shape, place, output.examples);
  if (typeof value !== "string") return value;
  const isPlain = shape.format === undefined && shape.limits?.pattern === undefined;
  const text = value === "string" && isPlain ? named(shape, name) : value;
  return plain(text);
}

/** A text that tells what belongs there. */
function named({ limits = {} }: Shape, name: string): string {
  const text = name === "" ? "string" : name;
  const { minLength = 0, maxLength = Infinity } = limits;
  return text.length >= minLength && text.length <= maxLength ? text : "string";
}

/** Without the characters that stand for something in samples. */
export function plain(text: string): string {
  return text.replaceAll(new RegExp(`[${PATH}${NUMBER}${FILE}]`, "gu"), "?");
}
