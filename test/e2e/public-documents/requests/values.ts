/** Values of a document's schemas that a request can hold: as openapi-sampler makes them and ajv accepts them. */
import { sample, stringMatching } from "fast-check";
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
      if (schema === undefined) return [];
      const found = sampled(document, schema);
      return whole ? found.toReversed() : found;
    });
    return values.find(accepts);
  }
}

function prepared(document: OpenApiDocument, hasExamples: boolean): OpenApiDocument {
  const isLeft = (key: string) => !hasExamples && /^(?:examples?|default)$/.test(key);
  const own = JSON.stringify(document, (key, value: unknown) => (isLeft(key) ? undefined : value));
  const text = JSON.stringify(JSON.parse(own), (_, value: unknown) => {
    if (isBinary(value)) return { ...value, example: FILE };
    const pattern = member(value, "pattern");
    if (typeof pattern !== "string" || member(value, "example") !== undefined) return value;
    return { ...Object(value), example: textOf(pattern) };
  });
  return JSON.parse(text) as OpenApiDocument;
}

/** A text of a pattern; undefined where it has what fast-check does not know. */
function textOf(pattern: string): string | undefined {
  try {
    const run = { seed: 1, numRuns: 50 };
    const texts = sample(stringMatching(new RegExp(pattern, "u")), run);
    return texts.find((text) => /^[\w./:@-]+$/.test(text)) ?? texts[0];
  } catch {
    return undefined;
  }
}

function isBinary(schema: unknown): schema is object {
  if (member(schema, "format") === "binary") return true;
  const isBytes = member(schema, "contentMediaType") === "application/octet-stream";
  return isBytes && member(schema, "contentEncoding") === undefined;
}

/** The same with what stands in the place of files. */
export function withFiles(value: unknown, file: unknown): unknown {
  if (value === FILE) return file;
  if (Array.isArray(value)) return value.map((one) => withFiles(one, file));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withFiles(one, file)]));
}
