/** `type`, and what stands for it (JSON Schema 2020-12 Validation, section 6.1.1). */
import type { Schema, SchemaObject } from "../../openapi/index.js";
import type { ShapeType } from "../types/index.js";

/**
 * The types a schema allows, without `null`; empty where it names none, and neither members nor items tell. Items beside
 * alternatives do not: one of these may be something else.
 */
export function typesOf(schema: SchemaObject): readonly ShapeType[] {
  const { type } = schema;
  if (type === undefined) {
    const { properties, additionalProperties, patternProperties } = schema;
    if (properties ?? patternProperties ?? additionalProperties) return ["object"];
    const hasItems = schema.items !== undefined || schema.prefixItems !== undefined;
    return hasItems && schema.anyOf === undefined && schema.oneOf === undefined ? ["array"] : [];
  }
  const types = typeof type === "string" ? [type] : [...new Set(type)];
  const rest = types.filter((name) => name !== "null");
  return rest.length === 0 ? ["null"] : rest;
}

export function isNull(schema: Schema): boolean {
  return typeof schema === "object" && schema.type === "null";
}
