import type { OpenApiDocument, Referable, Reference } from "./index.js";
import { at, parsePointer } from "./pointer.js";

/** Whether a node is a reference: it has a `$ref` that is a string. */
export function isReference(node: unknown): node is Reference {
  return (
    typeof node === "object" &&
    node !== null &&
    Object.hasOwn(node, "$ref") &&
    typeof Reflect.get(node, "$ref") === "string"
  );
}

/** What a `$ref` of a loaded document points at. */
export function target(document: OpenApiDocument, ref: string): unknown {
  const tokens = ref.startsWith("#") ? parsePointer(ref.slice(1)) : undefined;
  return tokens === undefined ? undefined : at(document, tokens);
}

/**
 * The node itself, or what its chain of references ends at.
 * `load` has proven that every reference resolves to the kind of object its place asks for and
 * that no chain is a cycle; that proof is what makes the result a `T`.
 */
export function dereference<T extends object>(document: OpenApiDocument, node: Referable<T>): T {
  let current: unknown = node;
  while (isReference(current)) current = target(document, current.$ref);
  return current as T;
}
