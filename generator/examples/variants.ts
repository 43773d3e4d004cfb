/** Objects of which one property tells which of several others is there: `type: "card"` beside `card: { … }`. */
import type { Shape } from "../model/types/index.js";
import { member } from "../openapi/pointer.js";
import { requires } from "../openapi/required.js";

export interface Variants {
  /** The property that tells. */
  readonly property: string;
  /** The properties of which one is there. */
  readonly names: ReadonlySet<string>;
  /** What the telling property has for an example, where its schema lists none. */
  readonly value?: string;
}

/**
 * The variants of an object, where at least two of its properties are that may be absent or null. `telling`: the
 * dialect's names of properties that tell, where the schema does not list their values.
 */
export function variantsOf(object: Shape, telling: readonly string[]): Variants | undefined {
  const { properties = {} } = object;
  const optional = Object.entries(properties).filter(
    ([name, { nullable }]) => nullable === true || !requires(object, name),
  );
  const optionalNames = new Set<unknown>(optional.map(([name]) => name));
  for (const [property, { enum: values = [] }] of Object.entries(properties)) {
    const names = new Set(values.filter((value) => typeof value === "string"));
    for (const name of names) if (!optionalNames.has(name)) names.delete(name);
    if (names.size > 1) return { property, names };
  }
  const objects = optional.filter(([, shape]) => isObject(shape)).map(([name]) => name);
  const [value] = objects;
  const property = telling.find((name) => isPlainText(member(properties, name)));
  if (value === undefined || objects.length < 2 || property === undefined) return undefined;
  return { property, names: new Set(objects), value };
}

function isObject({ $ref, properties }: Shape): boolean {
  return ($ref ?? properties) !== undefined;
}

function isPlainText(shape: unknown): boolean {
  return member(shape, "type") === "string" && member(shape, "enum") === undefined;
}
