/** Links back: which operations and schemas refer to a schema. */
import type { Model, Operation, Shape } from "../../model/types/index.js";
import { keysIn } from "../../model/types/references.js";
import { paramShapes, responseShapes } from "../../model/types/response-shapes.js";
import type { Link, OperationLink, Places } from "../places/index.js";

export interface Usage {
  readonly returnedBy: readonly OperationLink[];
  readonly takenBy: readonly OperationLink[];
  readonly usedBy: readonly Link[];
}

const NOWHERE: Usage = { returnedBy: [], takenBy: [], usedBy: [] };

/** By the key of a schema. */
export function createUsage(model: Model, places: Places): (key: string) => Usage {
  const returned = new Index<OperationLink>();
  const taken = new Index<OperationLink>();
  const used = new Index<Link>();
  for (const operation of model.operations) {
    const link = places.operations.get(operation.name);
    if (link === undefined) continue;
    returned.add(keysIn(returnedShapes(model, operation)), link);
    taken.add(keysIn(paramShapes(operation)), link);
  }
  for (const { key, shape } of model.schemas) {
    const link = places.schemas.get(key);
    const node = model.expand.get(key);
    if (link === undefined) continue;
    used.add([...keysIn(shape), ...[...(node?.targets.values() ?? [])].flat()], link);
  }
  return (key) => ({
    ...NOWHERE,
    returnedBy: returned.of(key),
    takenBy: taken.of(key),
    usedBy: used.of(key).filter((link) => link !== places.schemas.get(key)),
  });
}

/** Also what errors hold, of which a dialect has types of its own. */
function returnedShapes({ documentation }: Model, operation: Operation): readonly Shape[] {
  const responses = documentation?.operations.get(operation.name)?.responses ?? [];
  const contents = responses.flatMap((response) => response.contents);
  return [...responseShapes(operation), ...contents.flatMap(({ shape }) => shape ?? [])];
}

class Index<T> {
  readonly #byKey = new Map<string, Set<T>>();

  add(keys: readonly string[], link: T): void {
    for (const key of keys) {
      const known = this.#byKey.get(key);
      if (known === undefined) this.#byKey.set(key, new Set([link]));
      else known.add(link);
    }
  }

  of(key: string): readonly T[] {
    return [...(this.#byKey.get(key) ?? [])];
  }
}
