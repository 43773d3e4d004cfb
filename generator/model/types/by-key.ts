/** Parts of a model by their names, which are unique. */
import type { NamedSchema, Operation } from "./index.js";

/** By list: a model is frozen, so a map that was made of it holds for ever. */
const SCHEMAS = new WeakMap<readonly NamedSchema[], ReadonlyMap<string, NamedSchema>>();
const OPERATIONS = new WeakMap<readonly Operation[], ReadonlyMap<string, Operation>>();

export function schemasByKey(schemas: readonly NamedSchema[]): ReadonlyMap<string, NamedSchema> {
  return once(SCHEMAS, schemas, ({ key }) => key);
}

/** By the name of the function. */
export function operationsByName(operations: readonly Operation[]): ReadonlyMap<string, Operation> {
  return once(OPERATIONS, operations, ({ name }) => name);
}

function once<T>(
  made: WeakMap<readonly T[], ReadonlyMap<string, T>>,
  list: readonly T[],
  nameOf: (one: T) => string,
): ReadonlyMap<string, T> {
  const known = made.get(list);
  if (known !== undefined) return known;
  const map = new Map(list.map((one) => [nameOf(one), one]));
  made.set(list, map);
  return map;
}
