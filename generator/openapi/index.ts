/**
 * The parts of OpenAPI 3.0 and 3.1 that Unfold reads, as types.
 * `load` has proven that a document has these shapes, so a field that is absent here as optional
 * may be missing in a document even where the specification requires it.
 * Source: OpenAPI Specification 3.0.4 and 3.1.1, section "Schema"; JSON Schema 2020-12.
 */

export type * from "./content.js";
export * from "./document.js";
export type * from "./extensions.js";
export type * from "./schema.js";
export type * from "./security.js";
