/** The kinds of values that a type holds, by how they are written outside of JSON. */
import type { Shape } from "../../model/types/index.js";
import { keyOf } from "../../model/types/references.js";
import { alternatives } from "./variants.js";
import type { Schemas } from "./view.js";

/** `literal`: numbers, booleans and "" are written alike everywhere. */
export type Kind = "text" | "literal" | "array" | "object";

export function kindsOf(
  shape: Shape,
  schemas: Schemas,
  found = new Set<Kind>(),
  met = new Set<string>(),
): Set<Kind> {
  for (const one of alternatives(shape).values()) {
    const key = keyOf(one);
    if (key === undefined) for (const kind of ownKinds(one)) found.add(kind);
    else if (!met.has(key)) kindsOf(schemas.get(key)?.shape ?? {}, schemas, found, met.add(key));
  }
  return found;
}

function ownKinds({ enum: values, type, items, prefixItems, symbol }: Shape): readonly Kind[] {
  if (values !== undefined) return values.map(kindOfValue);
  if (symbol?.kind === "date" || symbol?.kind === "bigint") return ["literal"];
  if (items !== undefined || prefixItems !== undefined) return ["array"];
  const types = typeof type === "string" ? [type] : (type ?? ["string", "array", "object"]);
  return types.map((name) => KINDS[name] ?? "object");
}

const KINDS: Readonly<Record<string, Kind>> = {
  string: "text",
  number: "literal",
  integer: "literal",
  boolean: "literal",
  null: "literal",
  array: "array",
};

function kindOfValue(value: unknown): Kind {
  if (Array.isArray(value)) return "array";
  if (typeof value === "object" && value !== null) return "object";
  return typeof value === "string" && value !== "" ? "text" : "literal";
}
