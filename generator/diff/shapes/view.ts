/** From where two shapes are looked at. */
import { schemasByKey } from "../../model/types/by-key.js";
import type { Model, NamedSchema } from "../../model/types/index.js";
import type { Direction } from "../rules/change.js";

export type Schemas = ReadonlyMap<string, NamedSchema>;

/** Whether the consumer writes or reads the values, and what references of each side mean. */
export interface View {
  readonly direction: Direction;
  readonly before: Schemas;
  readonly after: Schemas;
}

export type Views = Readonly<Record<Direction, View>>;

export function viewsOf(before: Model, after: Model): Views {
  const sides = { before: schemasByKey(before.schemas), after: schemasByKey(after.schemas) };
  return {
    request: { ...sides, direction: "request" },
    response: { ...sides, direction: "response" },
  };
}
