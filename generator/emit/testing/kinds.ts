/** Shapes of parameters → kinds: what a test's `fetch` needs to know to find a wrong one. Parameters of expand paths have none. */
import type { ValueKind, Scalar } from "../../../templates/testing/document/data.js";
import { requires } from "../../openapi/required.js";
import type { Shape, ShapeType } from "../../model/types/index.js";
import { openTypes } from "../../model/types/shape.js";
import { keyOf } from "../../model/types/references.js";

type KindName = Extract<ValueKind, string>;

export function kindOf(shape: Shape): ValueKind {
  const kind = plainKind(shape);
  return shape.nullable === true ? ["or", kind, "null"] : kind;
}

function plainKind(shape: Shape): ValueKind {
  const { symbol, enum: values, allOf, anyOf, oneOf } = shape;
  if (symbol !== undefined) return symbolKind(symbol.kind);
  const key = keyOf(shape);
  if (key !== undefined) return ["ref", key];
  if (values !== undefined) {
    const listed: ValueKind = ["enum", ...values.filter(isScalar)];
    const others = openTypes(shape);
    return others.length === 0 ? listed : ["or", listed, ...others];
  }
  const parts: ValueKind[] = (allOf ?? []).map(kindOf);
  const options = oneOf ?? anyOf;
  if (options !== undefined) parts.push(union(options));
  if (shape.properties !== undefined) parts.push(objectKind(shape));
  const [only = own(shape), ...more] = parts;
  return more.length === 0 ? only : ["and", only, ...more];
}

/** A `Date` or a `bigint` is sent as what stands beside it. */
function union(options: readonly Shape[]): ValueKind {
  const sent = options.filter(({ symbol }) => symbol?.kind !== "date" && symbol?.kind !== "bigint");
  const [only = "any", ...more] = sent.map(kindOf);
  return more.length === 0 ? only : ["or", only, ...more];
}

function symbolKind(symbol: NonNullable<Shape["symbol"]>["kind"]): ValueKind {
  switch (symbol) {
    case "upload":
      return "file";
    case "raw":
      return "raw";
    case "expand":
      return ["array", "string"];
    case "date":
    case "bigint":
    case "list":
    case "body":
      return "any";
  }
}

function objectKind(shape: Shape): ValueKind {
  const { properties = {}, additionalProperties } = shape;
  const taken = Object.entries(properties).filter(([, { symbol }]) => symbol?.kind !== "expand");
  const entries = taken.map(([name, property]): [string, ValueKind] => {
    const kind = kindOf(property);
    return [name, requires(shape, name) ? ["!", kind] : kind];
  });
  const object = Object.fromEntries(entries);
  if (additionalProperties === undefined || additionalProperties === false) return object;
  return ["open", object, additionalProperties === true ? "any" : kindOf(additionalProperties)];
}

function own({ type, items, prefixItems, additionalProperties }: Shape): ValueKind {
  if (Array.isArray(type)) {
    const types: readonly ShapeType[] = type;
    return ["or", ...types.map((one) => own({ type: one }))];
  }
  switch (type as ShapeType | undefined) {
    case "array":
      if (prefixItems !== undefined) return ["tuple", ...prefixItems.map(kindOf)];
      return ["array", items === undefined ? "any" : kindOf(items)];
    case "object": {
      const values = typeof additionalProperties === "object" ? additionalProperties : undefined;
      return ["map", values === undefined ? "any" : kindOf(values)];
    }
    case undefined:
      return "any";
    default:
      return type as KindName;
  }
}

/** The schemas that a kind refers to. */
export function referredKinds(kind: ValueKind): readonly string[] {
  if (isList(kind) && kind[0] === "ref") return [kind[1]];
  return innerKinds(kind).flatMap(referredKinds);
}

/** The kinds directly in one. */
export function innerKinds(kind: ValueKind): readonly ValueKind[] {
  if (typeof kind !== "object") return [];
  if (!isList(kind)) return Object.values(kind);
  const [tag, ...rest] = kind;
  return tag === "enum" || tag === "ref" || tag === "values" ? [] : (rest as readonly ValueKind[]);
}

function isScalar(value: unknown): value is Scalar {
  return typeof value !== "object" || value === null;
}

export function isList(kind: ValueKind): kind is Extract<ValueKind, readonly unknown[]> {
  return Array.isArray(kind);
}
