/** A shape as people write types, for reports: `string | null`, `customer`, `{ id, name? }[]`. */
import { componentKey } from "../../model/types/references.js";
import type { Shape } from "../../model/types/index.js";
import { openTypes } from "../../model/types/shape.js";
import { canonical } from "./variants.js";

const MOST_PROPERTIES = 4;

export function typeText(shape: Shape, most = MOST_PROPERTIES): string {
  const text = bare(shape, most);
  return shape.nullable === true ? `${text} | null` : text;
}

/** Two unions in as many words as it takes to see what differs; undefined for an empty one. */
export function unionTexts(
  before: readonly Shape[],
  after: readonly Shape[],
): readonly [string | undefined, string | undefined] {
  const write = (shapes: readonly Shape[], text: (shape: Shape) => string) =>
    shapes.length === 0 ? undefined : [...new Set(shapes.map(text))].join(" | ");
  for (const most of [MOST_PROPERTIES, Infinity]) {
    const texts = [before, after].map((shapes) => write(shapes, (shape) => typeText(shape, most)));
    if (texts[0] !== texts[1]) return [texts[0], texts[1]];
  }
  return [write(before, canonical), write(after, canonical)];
}

function bare(shape: Shape, most: number): string {
  const { $ref, symbol, anyOf, oneOf, allOf, items, prefixItems, type } = shape;
  const text = (inner: Shape): string => typeText(inner, most);
  if (shape.enum !== undefined) {
    return union([...shape.enum.map((value) => JSON.stringify(value)), ...openTypes(shape)]);
  }
  if ($ref !== undefined) return componentKey($ref) ?? $ref;
  if (symbol !== undefined) {
    return symbol.kind === "list" ? `${symbol.name}<${text(symbol.item)}>` : symbol.kind;
  }
  const options = [...(anyOf ?? []), ...(oneOf ?? [])];
  if (options.length > 0) return union(options.map(text));
  if (allOf !== undefined) return allOf.map(text).join(" & ");
  if (prefixItems !== undefined) return `[${prefixItems.map(text).join(", ")}]`;
  if (items !== undefined) {
    const item = text(items);
    return / [|&] /.test(item) ? `(${item})[]` : `${item}[]`;
  }
  if (shape.properties !== undefined) return object(shape, most);
  if (typeof shape.additionalProperties === "object") {
    return `{ [name]: ${text(shape.additionalProperties)} }`;
  }
  if (typeof type === "string") return type;
  return type === undefined ? "unknown" : union(type);
}

/** Names alone; with their types where as many as there are may be told. */
function object({ properties = {}, required = [] }: Shape, most: number): string {
  const names = Object.keys(properties);
  const shown = names.slice(0, most).map((name) => {
    const label = required.includes(name) ? name : `${name}?`;
    const inner = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return most === Infinity && inner !== undefined ? `${label}: ${typeText(inner, most)}` : label;
  });
  const more = names.length > most ? [`${names.length - most} more`] : [];
  return `{ ${[...shown, ...more].join(", ")} }`;
}

function union(members: readonly string[]): string {
  return members.length === 0 ? "never" : members.join(" | ");
}
