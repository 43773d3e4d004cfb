/** Our own `x-unfold-properties`. */
import type { SchemaObject } from "../../openapi/index.js";
import { child, member } from "../../openapi/pointer.js";
import { fail, type ModelContext } from "./index.js";

/** What `x-unfold-properties` says of one property. */
export interface PropertyNote {
  readonly presence?: "optional" | "required";
  readonly includable?: boolean;
}

/** The notes of `x-unfold-properties`, by property; an entry that says nothing we know is an error. */
export function propertyNotes(
  context: ModelContext,
  schema: SchemaObject,
  pointer: string,
): ReadonlyMap<string, PropertyNote> {
  const notes = schema["x-unfold-properties"];
  const result = new Map<string, PropertyNote>();
  if (typeof notes !== "object" || notes === null) return result;
  for (const [name, note] of Object.entries(notes)) {
    const presence = member(note, "presence");
    const includable = member(note, "includable");
    const valid =
      member(schema.properties, name) !== undefined &&
      (presence === undefined || presence === "optional" || presence === "required") &&
      (includable === undefined || typeof includable === "boolean") &&
      Object.keys(note).every((key) => key === "presence" || key === "includable");
    if (!valid) {
      fail(context, {
        code: "bad-property-note",
        message: `x-unfold-properties has a bad entry for ${JSON.stringify(name)}`,
        pointer: child(`${pointer}/x-unfold-properties`, name),
        hint: `Name a property of this schema and say { presence: "optional" | "required", includable: true | false }.`,
      });
    }
    result.set(name, {
      ...(presence === undefined ? {} : { presence }),
      ...(includable === undefined ? {} : { includable }),
    });
  }
  return result;
}
