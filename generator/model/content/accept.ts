/**
 * What a request takes beside what the document lists, because the runtime writes it: a `Date` for a point in time,
 * null where an empty text unsets, numbers in a map of texts.
 */
import type { DateRule, Dialect, MapRule } from "../../config/index.js";
import type { Shape } from "../types/index.js";

/** The shape with all that the dialect's requests take. Named schemas stay as they are. */
export function acceptMore(shape: Shape, dialect: Dialect = {}): Shape {
  const inner = (part: Shape): Shape => acceptMore(part, dialect);
  const { dates = [], nullUnsets = false, maps = [] } = dialect;
  if (dates.some((rule) => isDate(shape, rule))) return withDate(shape);
  if (nullUnsets && shape.enum?.includes("") === true) return { ...shape, nullable: true };
  const { properties, items, additionalProperties, allOf, anyOf, oneOf } = shape;
  return {
    ...shape,
    ...(properties && {
      properties: mapEntries(properties, (part, name) => {
        const rule = maps.find(({ property }) => property === name);
        return inner(rule === undefined ? part : withMoreInMaps(part, rule));
      }),
    }),
    ...(items && { items: inner(items) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: inner(additionalProperties),
    }),
    ...(allOf && { allOf: allOf.map(inner) }),
    ...(anyOf && { anyOf: anyOf.flatMap((option) => spread(inner(option))) }),
    ...(oneOf && { oneOf: oneOf.flatMap((option) => spread(inner(option))) }),
  };
}

function withDate(shape: Shape): Shape {
  const { description, deprecated, nullable, format, ...plain } = shape;
  const date: Shape = { type: "object", symbol: { kind: "date" } };
  const notes = { description, deprecated, nullable, format };
  return { anyOf: [plain, date], ...withoutUndefined(notes) };
}

/** A map of texts, or such a map among alternatives, with the rule's other values. */
function withMoreInMaps(shape: Shape, rule: MapRule): Shape {
  const { additionalProperties: value, anyOf } = shape;
  if (anyOf !== undefined) {
    return { ...shape, anyOf: anyOf.map((option) => withMoreInMaps(option, rule)) };
  }
  if (typeof value !== "object" || value.type !== "string" || value.enum !== undefined)
    return shape;
  const types = rule.takes.filter((type) => type !== "null").map((type): Shape => ({ type }));
  const nullable = rule.takes.includes("null") ? { nullable: true } : {};
  const loose =
    types.length === 0 ? { ...value, ...nullable } : { anyOf: [value, ...types], ...nullable };
  return { ...shape, additionalProperties: loose };
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

function mapEntries(
  shapes: Readonly<Record<string, Shape>>,
  map: (shape: Shape, name: string) => Shape,
): Record<string, Shape> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, map(shape, name)]),
  );
}

function withoutUndefined(notes: Record<string, unknown>): Shape {
  return Object.fromEntries(Object.entries(notes).filter(([, value]) => value !== undefined));
}
