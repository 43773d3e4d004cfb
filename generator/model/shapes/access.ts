/** `readOnly` and `writeOnly` (OpenAPI 3.0.4, "Schema Object"; JSON Schema 2020-12 Validation, section 9.4). */
import type { OpenApiDocument, Schema, SchemaObject } from "../../openapi/index.js";
import { target } from "../../openapi/reference.js";
import { isBinary } from "./binary.js";
import { isInt64Text } from "./int64-text.js";
import { facets } from "../schemas/facets.js";
import type { Direction } from "../types/index.js";

/** Whether values that go this way lack the property. */
export function isHidden(
  document: OpenApiDocument,
  property: Schema,
  direction: Direction,
): boolean {
  if (typeof property !== "object") return false;
  const isPlain = property.$ref === undefined && property.allOf === undefined;
  const all = isPlain ? [{ schema: property }] : facets(document, property, "");
  const readOnly = all.some(({ schema }) => schema.readOnly === true);
  const writeOnly = all.some(({ schema }) => schema.writeOnly === true);
  if (readOnly === writeOnly) return false;
  return direction === "request" ? readOnly : writeOnly;
}

/**
 * Tells of the target of a reference whether requests and responses have different types of it. `isOther` says so of a
 * schema by itself, besides what this file knows.
 */
export function createDiffers(
  document: OpenApiDocument,
  isOther: (schema: SchemaObject) => boolean,
): (ref: string) => boolean {
  const known = new Map<string, boolean>();
  const direct = new Map<string, Uses>();

  function usesOf(ref: string): Uses {
    const found = direct.get(ref) ?? uses(document, target(document, ref) as Schema, isOther);
    direct.set(ref, found);
    return found;
  }

  return (start) => {
    const reached = new Set([start]);
    let differs = false;
    for (const ref of reached) {
      const { marked, refs } = usesOf(ref);
      differs ||= marked || known.get(ref) === true;
      if (differs) break;
      if (known.get(ref) === undefined) for (const next of refs) reached.add(next);
    }
    if (differs) known.set(start, true);
    else for (const ref of reached) known.set(ref, false);
    return differs;
  };
}

interface Uses {
  /** Whether a property of it is hidden in one direction, or it is of another type. */
  readonly marked: boolean;
  readonly refs: ReadonlySet<string>;
}

function uses(
  document: OpenApiDocument,
  root: Schema,
  isOther: (schema: SchemaObject) => boolean,
): Uses {
  const refs = new Set<string>();
  let marked = false;
  const visit = (schema: Schema | undefined): void => {
    if (typeof schema !== "object") return;
    if (schema.$ref !== undefined) refs.add(schema.$ref);
    marked ||= isBinary(schema) || isInt64Text(schema) || isOther(schema);
    for (const property of Object.values(schema.properties ?? {})) {
      marked ||=
        isHidden(document, property, "request") || isHidden(document, property, "response");
      visit(property);
    }
    for (const inner of Object.values(schema.patternProperties ?? {})) visit(inner);
    for (const list of [schema.allOf, schema.anyOf, schema.oneOf, schema.prefixItems]) {
      list?.forEach(visit);
    }
    visit(schema.additionalProperties);
    for (const item of [schema.items].flat()) visit(item);
  };
  visit(root);
  return { marked, refs };
}
