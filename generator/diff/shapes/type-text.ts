/** A shape as people write types, for reports: `string | null`, `customer`, `{ id, name? }[]`. */
import { componentKey } from "../../model/types/references.js";
import type { Shape } from "../../model/types/index.js";

const MOST_PROPERTIES = 4;

export function typeText(shape: Shape): string {
  const text = bare(shape);
  return shape.nullable === true ? `${text} | null` : text;
}

function bare(shape: Shape): string {
  const { $ref, symbol, anyOf, oneOf, allOf, items, prefixItems, type } = shape;
  if (shape.enum !== undefined) return union(shape.enum.map((value) => JSON.stringify(value)));
  if ($ref !== undefined) return componentKey($ref) ?? $ref;
  if (symbol !== undefined) {
    return symbol.kind === "list" ? `${symbol.name}<${typeText(symbol.item)}>` : symbol.kind;
  }
  const options = [...(anyOf ?? []), ...(oneOf ?? [])];
  if (options.length > 0) return union(options.map(typeText));
  if (allOf !== undefined) return allOf.map(typeText).join(" & ");
  if (prefixItems !== undefined) return `[${prefixItems.map(typeText).join(", ")}]`;
  if (items !== undefined) {
    const item = typeText(items);
    return / [|&] /.test(item) ? `(${item})[]` : `${item}[]`;
  }
  if (shape.properties !== undefined) return object(shape);
  if (typeof shape.additionalProperties === "object") {
    return `{ [name]: ${typeText(shape.additionalProperties)} }`;
  }
  if (typeof type === "string") return type;
  return type === undefined ? "unknown" : union(type);
}

function object({ properties = {}, required = [] }: Shape): string {
  const names = Object.keys(properties);
  const shown = names
    .slice(0, MOST_PROPERTIES)
    .map((name) => (required.includes(name) ? name : `${name}?`));
  const more = names.length > MOST_PROPERTIES ? [`${names.length - MOST_PROPERTIES} more`] : [];
  return `{ ${[...shown, ...more].join(", ")} }`;
}

function union(members: readonly string[]): string {
  return members.length === 0 ? "never" : members.join(" | ");
}
