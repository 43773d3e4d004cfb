/** What values keep to besides their type, in words. */
import type { Limits, Shape } from "../../model/types/index.js";

export interface Facts {
  /** All values there are, as JSON. */
  readonly values: readonly string[];
  readonly facts: readonly string[];
}

export function factsOf(shape: Shape): Facts {
  const values = (enumIn(shape) ?? []).map((value) => JSON.stringify(value));
  return { values: values.length > 1 ? values : [], facts: [...factTexts(shape)] };
}

/** The values of a shape, of an array's items, or of the one alternative that lists some. */
function enumIn({ enum: values, items, anyOf, oneOf }: Shape): readonly unknown[] | undefined {
  if (values !== undefined) return values;
  if (items !== undefined) return enumIn(items);
  const lists = (anyOf ?? oneOf ?? []).flatMap((option) => {
    const found = enumIn(option);
    return found === undefined ? [] : [found];
  });
  return lists.length === 0 ? undefined : lists.flat();
}

/** Of those that {@link enumIn} finds. */
function isOpen({ open, items, anyOf, oneOf }: Shape): boolean {
  return open === true || [items ?? [], anyOf ?? oneOf ?? []].flat().some(isOpen);
}

function* factTexts(shape: Shape): Generator<string> {
  const { format, default: fallback, limits = {}, example } = shape;
  if (isOpen(shape)) yield "other values are possible";
  if (format !== undefined) yield `format: ${format}`;
  if (fallback !== undefined) yield `default: ${shorten(JSON.stringify(fallback))}`;
  if (example !== undefined && typeof example !== "object")
    yield `example: ${shorten(JSON.stringify(example))}`;
  yield* limitTexts(limits);
}

function* limitTexts(limits: Limits): Generator<string> {
  const { minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below } = limits;
  if (minimum !== undefined) yield `${above === true ? "more than" : "at least"} ${minimum}`;
  if (typeof above === "number") yield `more than ${above}`;
  if (maximum !== undefined) yield `${below === true ? "less than" : "at most"} ${maximum}`;
  if (typeof below === "number") yield `less than ${below}`;
  if (limits.multipleOf !== undefined) yield `a multiple of ${limits.multipleOf}`;
  if (limits.minLength !== undefined) yield `at least ${limits.minLength} characters`;
  if (limits.maxLength !== undefined) yield `at most ${limits.maxLength} characters`;
  if (limits.minItems !== undefined) yield `at least ${limits.minItems} items`;
  if (limits.maxItems !== undefined) yield `at most ${limits.maxItems} items`;
  if (limits.pattern !== undefined) yield `pattern: ${shorten(limits.pattern)}`;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
