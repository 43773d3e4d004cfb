import { CALLBACK_ENTRIES, FIELDS } from "./fields.js";
import type { ObjectKind } from "./kinds.js";
import { node, type FieldType } from "./field-types.js";

/**
 * What the specification says stands at `tokens` below an object of `kind`; `undefined` where it
 * says nothing, as inside extensions and under unknown keywords.
 */
export function fieldTypeAt(kind: ObjectKind, tokens: readonly string[]): FieldType | undefined {
  let shape: FieldType | undefined = node(kind);
  for (const token of tokens) {
    if (shape === undefined) return undefined;
    shape = below(shape, token);
  }
  return shape?.is === "any" ? undefined : shape;
}

function below(shape: FieldType, token: string): FieldType | undefined {
  switch (shape.is) {
    case "node":
      return shape.kind === "callback"
        ? below(CALLBACK_ENTRIES, token)
        : FIELDS[shape.kind].shapes.get(token);
    case "map":
      return shape.extensible && token.startsWith("x-") ? undefined : shape.of;
    case "list":
      return shape.of;
    case "oneOrList":
      // `items/0` is an item of a list, `items/properties` a keyword of the one schema.
      return /^\d+$/.test(token) ? shape.of : below(shape.of, token);
    case "any":
    case "scalar":
    case "numberOrBoolean":
      return undefined;
  }
}
