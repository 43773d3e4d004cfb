/** The shapes directly inside a shape. */
import type { Shape } from "./index.js";

/** The shape with each that is directly inside it replaced. */
export function mapShape(shape: Shape, change: (inner: Shape) => Shape): Shape {
  const { symbol, properties, additionalProperties, items, prefixItems, allOf, anyOf, oneOf } =
    shape;
  return {
    ...shape,
    ...(symbol?.kind === "list" && { symbol: { ...symbol, item: change(symbol.item) } }),
    ...(properties && { properties: mapValues(properties, change) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: change(additionalProperties),
    }),
    ...(items && { items: change(items) }),
    ...(prefixItems && { prefixItems: prefixItems.map(change) }),
    ...(allOf && { allOf: allOf.map(change) }),
    ...(anyOf && { anyOf: anyOf.map(change) }),
    ...(oneOf && { oneOf: oneOf.map(change) }),
  };
}

/** Whether the shape or any inside it is such a one. */
export function someShape(shape: Shape, test: (shape: Shape) => boolean): boolean {
  if (test(shape)) return true;
  const deeper = (inner: Shape): boolean => someShape(inner, test);
  const { symbol, properties, additionalProperties, items, prefixItems, allOf, anyOf, oneOf } =
    shape;
  for (const list of [prefixItems, allOf, anyOf, oneOf]) if (list?.some(deeper)) return true;
  if (typeof additionalProperties === "object" && deeper(additionalProperties)) return true;
  if (symbol?.kind === "list" && deeper(symbol.item)) return true;
  if (properties !== undefined && Object.values(properties).some(deeper)) return true;
  return items !== undefined && deeper(items);
}

function mapValues(
  shapes: Readonly<Record<string, Shape>>,
  change: (shape: Shape) => Shape,
): Record<string, Shape> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, change(shape)]));
}
