/** A shape as people write types, with links: `Customer | null`, `string[]`. */
import type { Shape } from "../../model/types/index.js";
import { openTypes } from "../../model/types/shape.js";
import { componentKey } from "../../model/types/references.js";
import type { SchemaLinks } from "../places/index.js";
import type { TypeText } from "./types.js";

export function typeText(links: SchemaLinks, shape: Shape): TypeText {
  const parts = bare(links, shape);
  return shape.nullable === true ? union([parts, ["null"]]) : parts;
}

export function plainText(type: TypeText): string {
  return type.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

function bare(links: SchemaLinks, shape: Shape): TypeText {
  const { $ref, symbol, anyOf, oneOf, allOf, items, prefixItems, additionalProperties } = shape;
  const text = (inner: Shape): TypeText => typeText(links, inner);
  if ($ref !== undefined) return named(links, componentKey($ref) ?? $ref);
  if (shape.enum !== undefined) {
    return union([enumText(shape.enum), ...openTypes(shape).map((type) => [type])]);
  }
  if (symbol !== undefined) return symbolText(links, symbol);
  const options = anyOf ?? oneOf;
  if (options !== undefined) return union(options.map(text));
  if (allOf !== undefined) return joined(allOf.map(text), " & ");
  if (prefixItems !== undefined) return ["[", ...joined(prefixItems.map(text), ", "), "]"];
  if (shape.type === "array") return arrayOf(items === undefined ? ["unknown"] : text(items));
  if (typeof additionalProperties === "object" && shape.properties === undefined) {
    return ["map of ", ...text(additionalProperties)];
  }
  const types = [shape.type ?? []].flat();
  return types.length === 0 ? ["any"] : union(types.map((type) => [type]));
}

function named(links: SchemaLinks, key: string): TypeText {
  return [links.get(key) ?? key];
}

/** A short list of values is a type; a long one is told elsewhere. */
function enumText(values: readonly unknown[]): TypeText {
  if (values.length === 0) return ["never"];
  if (values.length === 1) return [JSON.stringify(values[0])];
  return [values.every((value) => typeof value === "number") ? "number, one of" : "enum"];
}

function symbolText(links: SchemaLinks, symbol: NonNullable<Shape["symbol"]>): TypeText {
  switch (symbol.kind) {
    case "list":
      return ["list of ", ...typeText(links, symbol.item)];
    case "upload":
      return ["file"];
    case "raw":
      return ["bytes"];
    case "date":
      return ["Date"];
    case "bigint":
      return ["bigint"];
    case "expand":
      return ["expand paths"];
    case "body":
      return ["body of the media type"];
  }
}

function arrayOf(item: TypeText): TypeText {
  const text = plainText(item);
  return text.includes(" ") ? ["array of ", ...item] : [...item, "[]"];
}

/** Each member once. */
export function union(members: readonly TypeText[]): TypeText {
  const different = new Map(members.map((member) => [plainText(member), member]));
  return members.length === 0 ? ["never"] : joined([...different.values()], " | ");
}

function joined(parts: readonly TypeText[], separator: string): TypeText {
  return parts.flatMap((part, n) => (n === 0 ? part : [separator, ...part]));
}
