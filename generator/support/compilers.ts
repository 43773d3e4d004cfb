/**
 * The CommonJS libraries that hold a TypeScript compiler each. Through `require`, because `import` first searches all
 * of their 9 MB for the names they export.
 */
import { createRequire } from "node:module";
import type transform from "openapi-typescript/dist/transform/schema-object.mjs";

const require = createRequire(import.meta.url);

export const ts: typeof import("typescript") = require("typescript");

export const {
  IndentationText,
  Project,
  StructureKind,
}: typeof import("ts-morph") = require("ts-morph");

const schemaObject: {
  readonly default: typeof transform;
} = require("openapi-typescript/dist/transform/schema-object.cjs");

/** openapi-typescript's mapping of a Schema Object to a type. */
export const transformSchemaObject = schemaObject.default;
