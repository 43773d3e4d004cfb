/** Where a request takes a point in time, a `Date` may be given as well: the runtime writes it. */
import type { DateRule } from "../../config/index.js";
import type { Shape } from "../types/index.js";

/** The shape with `Date` beside every number or text of one of the formats. Named schemas stay as they are. */
export function acceptDates(shape: Shape, rules: readonly DateRule[] = []): Shape {
  const inner = (part: Shape): Shape => acceptDates(part, rules);
  if (rules.some((rule) => isDate(shape, rule))) {
    const { description, deprecated, nullable, format, ...plain } = shape;
    const date: Shape = { type: "object", symbol: { kind: "date" } };
    const notes = { description, deprecated, nullable, format };
    return { anyOf: [plain, date], ...withoutUndefined(notes) };
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

function isDate({ type, format, enum: values }: Shape, rule: DateRule): boolean {
  const isNumber = type === "integer" || type === "number";
  const fits = rule.unit === "text" ? type === "string" : isNumber;
  return fits && format === rule.format && values === undefined;
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
