/** Whether a value of the document is one of a shape, so that a sample with it compiles. */
import { schemasByKey } from "../../model/types/by-key.js";
import type { Model, Shape } from "../../model/types/index.js";
import { keyOf } from "../../model/types/references.js";
import { plain } from "./values.js";

/** Strict: a property that the shape does not list does not fit. */
export function fits(model: Model, shape: Shape, value: unknown): boolean {
  const { enum: values, open, symbol, allOf, anyOf, oneOf, type, nullable, prefixItems } = shape;
  const key = keyOf(shape);
  if (value === null) return nullable === true || type === "null" || isAny(shape);
  if (typeof value === "string" && plain(value) !== value) return false;
  if (key !== undefined) {
    const schema = schemasByKey(model.schemas).get(key);
    return schema !== undefined && fits(model, schema.shape, value);
  }
  if (values !== undefined && (open !== true || values.includes(value))) {
    return values.includes(value);
  }
  // What is made of several parts at once is left to the least value.
  if (symbol !== undefined || allOf !== undefined || prefixItems !== undefined) return false;
  const options = anyOf ?? oneOf;
  if (options !== undefined) return options.some((option) => fits(model, option, value));
  if (Array.isArray(value)) {
    return type === "array" && value.every((item) => fits(model, shape.items ?? {}, item));
  }
  if (typeof value === "object") return isAny(shape) || fitsObject(model, shape, value);
  const types = [type ?? typeOf(value)].flat();
  return types.includes(typeOf(value)) || (types.includes("integer") && Number.isInteger(value));
}

function fitsObject(model: Model, shape: Shape, value: object): boolean {
  const { properties = {}, required = [], additionalProperties, type } = shape;
  if (type !== "object" && shape.properties === undefined) return false;
  const described = new Map(Object.entries(properties));
  const rest = typeof additionalProperties === "object" ? additionalProperties : undefined;
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(([name, inner]) => {
      const property = described.get(name) ?? rest;
      if (property === undefined) return additionalProperties === true;
      return fits(model, property, inner);
    })
  );
}

function isAny({
  type,
  properties,
  enum: values,
  $ref,
  anyOf,
  oneOf,
  allOf,
  symbol,
}: Shape): boolean {
  return [type, properties, values, $ref, anyOf, oneOf, allOf, symbol].every(
    (one) => one === undefined,
  );
}

function typeOf(value: unknown): "string" | "number" | "boolean" {
  const type = typeof value;
  return type === "number" || type === "boolean" ? type : "string";
}
