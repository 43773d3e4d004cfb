/** Where a request takes a point in time as a number, a `Date` may be given as well: the runtime writes it. */
import type { Shape } from "../types/index.js";

/** The shape with `Date` beside every number of one of the formats. Named schemas stay as they are. */
export function acceptDates(shape: Shape, formats: readonly string[]): Shape {
  const inner = (part: Shape): Shape => acceptDates(part, formats);
  if (shape.format !== undefined && formats.includes(shape.format) && isNumber(shape)) {
    const { description, deprecated, nullable, format, ...number } = shape;
    const date: Shape = { type: "object", symbol: { kind: "date" } };
    const notes = { description, deprecated, nullable, format };
    return { anyOf: [number, date], ...withoutUndefined(notes) };
  }
  const { properties, items, additionalProperties, allOf, anyOf, oneOf } = shape;
  return {
    ...shape,
    ...(properties && { properties: mapValues(properties, inner) }),
    ...(items && { items: inner(items) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: inner(additionalProperties),
    }),
    ...(allOf && { allOf: allOf.map(inner) }),
    ...(anyOf && { anyOf: anyOf.flatMap((option) => spread(inner(option))) }),
    ...(oneOf && { oneOf: oneOf.flatMap((option) => spread(inner(option))) }),
  };
}

/** Alternatives of an alternative are alternatives of the whole. */
function spread(option: Shape): readonly Shape[] {
  const { anyOf, format: _, ...rest } = option;
  return anyOf !== undefined && Object.keys(rest).length === 0 ? anyOf : [option];
}

function isNumber({ type, enum: values }: Shape): boolean {
  return (type === "integer" || type === "number") && values === undefined;
}

function mapValues(
  shapes: Readonly<Record<string, Shape>>,
  map: (shape: Shape) => Shape,
): Record<string, Shape> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, map(shape)]));
}

function withoutUndefined(notes: Record<string, unknown>): Shape {
  return Object.fromEntries(Object.entries(notes).filter(([, value]) => value !== undefined));
}
