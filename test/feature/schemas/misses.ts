/** Values that are nearly of a schema: one part is of another type, or missing. */
import fc, { type Arbitrary } from "fast-check";

const OTHERS: readonly unknown[] = ["zzz", 12345.5, false, null];

export function missesOf(value: unknown): Arbitrary<unknown> {
  const all = [...misses(value)];
  return all.length === 0 ? fc.constant(value) : fc.constantFrom(...all);
}

function* misses(value: unknown): Generator<unknown> {
  if (typeof value !== "object" || value === null) {
    for (const other of OTHERS) if (typeof other !== typeof value) yield other;
  } else if (Array.isArray(value)) {
    const items: unknown[] = value;
    for (const [n, item] of items.entries()) {
      for (const less of misses(item)) yield items.with(n, less);
    }
  } else {
    for (const [name, part] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
      for (const less of misses(part)) yield { ...value, [name]: less };
    }
  }
}
