import type { SchemaObject } from "../../openapi/index.js";

/**
 * Binary content: a string of that format (3.0, "Considerations for File Uploads"), or a media type without a type
 * (3.1). A form takes it as a file; a response that is JSON can only hold a string.
 */
export function isBinary(schema: SchemaObject): boolean {
  const { type, format, contentMediaType, contentEncoding } = schema;
  if (format === "binary") return [type].flat().includes("string");
  return type === undefined && contentMediaType !== undefined && contentEncoding === undefined;
}
