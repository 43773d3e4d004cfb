/** Values of a document's schemas that a request can hold: as openapi-sampler makes them and ajv accepts them. */
import type { OpenApiDocument, Schema } from "../../../../generator/openapi/index.js";
import { at, member, parsePointer } from "../../../../generator/openapi/pointer.js";
import { sampled, Validators } from "../values.js";

/** Stands for a file where a schema is binary. */
const FILE = "\u{e002}";

export class Values {
  readonly #validators: Validators;
  readonly #documents: readonly OpenApiDocument[];

  constructor(document: OpenApiDocument) {
    this.#validators = new Validators(document);
    // The document's own examples where these are valid.
    this.#documents = [prepared(document, true), prepared(document, false)];
  }

  /** With the required properties alone, or with all; undefined where no valid value is found. */
  of(pointer: string, whole: boolean): unknown {
    const accepts = this.#validators.at(pointer);
    const values = this.#documents.flatMap((document) => {
      const schema = at(document, parsePointer(pointer) ?? []) as Schema | undefined;
      const found = schema === undefined ? [] : sampled(document, schema);
      return whole ? found.toReversed() : found;
    });
    return values.find(accepts);
  }
}

function prepared(document: OpenApiDocument, hasExamples: boolean): OpenApiDocument {
  const text = JSON.stringify(document, (key, value: unknown) => {
    if (!hasExamples && /^(?:examples?|default)$/.test(key)) return undefined;
    return isBinary(value) ? { ...value, example: FILE } : value;
  });
  return JSON.parse(text) as OpenApiDocument;
}

function isBinary(schema: unknown): schema is object {
  if (member(schema, "format") === "binary") return true;
  const isBytes = member(schema, "contentMediaType") === "application/octet-stream";
  return isBytes && member(schema, "contentEncoding") === undefined;
}

/** The same with files in their places. */
export function withFiles(value: unknown): unknown {
  if (value === FILE) return new Blob(["text"], { type: "text/plain" });
  if (Array.isArray(value)) return value.map(withFiles);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withFiles(one)]));
}
