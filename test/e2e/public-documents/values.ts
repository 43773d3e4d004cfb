/** Values of a document's schemas, as openapi-sampler makes them and ajv accepts them: a judge that knows nothing of types. */
import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { sample } from "openapi-sampler";
import type { OpenApiDocument, Schema } from "../../../generator/openapi/index.js";
import { escapeToken } from "../../../generator/openapi/pointer.js";

export interface Judged {
  readonly key: string;
  readonly value: unknown;
}

/** What is valid where a schema names no type. */
const ODD: readonly unknown[] = [[], {}, "text", 1, true];

/** Values of the named schemas, each of which the validator accepts. */
export function validValues(document: OpenApiDocument): Judged[] {
  const { schemas = {} } = document.components ?? {};
  const validators = new Validators(document);
  return Object.entries(schemas).flatMap(([key, schema]) => {
    const accepts = validators.at(`/components/schemas/${escapeToken(key)}`);
    const own = sampled(document, schema);
    // By the habit of documents, what lists properties or items is an object or array, though it does not say so.
    const odd = own.some(hasMembers) ? [] : ODD;
    const unique = new Map(
      [...own, ...odd].filter(accepts).map((value) => [JSON.stringify(value), value]),
    );
    return Array.from(unique.values(), (value) => ({ key, value }));
  });
}

/** What ajv says of values, by the place of their schema in a document. */
export class Validators {
  readonly #ajv: Ajv | Ajv2020;
  readonly #isUntold: RegExp;

  constructor(document: OpenApiDocument) {
    const isOld = document.openapi.startsWith("3.0");
    const options = { strict: false, validateFormats: false, logger: false } as const;
    this.#ajv = isOld ? new Ajv(options) : new Ajv2020(options);
    // Examples may look like schemas with an id; limits are booleans in 3.0, and no type tells them.
    const left = /^(?:examples?|x-.*)$/;
    const limits = /^exclusive(?:Minimum|Maximum)$/;
    const { paths, components } = document;
    const plain: unknown = JSON.parse(JSON.stringify({ paths, components }), (key, value) =>
      left.test(key) || (isOld && limits.test(key)) ? undefined : (value as unknown),
    );
    this.#ajv.addSchema(Object(plain) as object, "document");
    this.#isUntold = placeholders(plain);
  }

  /** Accepts nothing where the schema is none. */
  at(pointer: string): (value: unknown) => boolean {
    const validate = this.#compile(pointer);
    if (validate === undefined) return () => false;
    return (value) => !this.#isUntold.test(JSON.stringify(value) ?? "") && accepts(validate, value);
  }

  #compile(pointer: string): ValidateFunction | undefined {
    try {
      const fragment = pointer.split("/").map(encodeURIComponent).join("/");
      return this.#ajv.compile({ $ref: `document#${fragment}` });
    } catch {
      // A schema that is none is not for this judge.
      return undefined;
    }
  }
}

function hasMembers(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** Finds a text of the sampler's in the place of a discriminator's value: ajv takes it, OpenAPI does not. */
function placeholders(document: unknown): RegExp {
  const names = JSON.stringify(document).matchAll(/"propertyName":("(?:[^"\\\\]|\\\\.)*")/g);
  const all = Array.from(names, ([, name = ""]) => name.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&"));
  return all.length === 0 ? /(?!)/ : new RegExp(`(?:${[...new Set(all)].join("|")}):"string"`);
}

function accepts(validate: ValidateFunction, value: unknown): boolean {
  try {
    return validate(value);
  } catch {
    return false;
  }
}

/** As a document's writer would show it: with the required properties alone, and with all. */
export function sampled(document: OpenApiDocument, schema: Schema): unknown[] {
  return [true, false].flatMap((skipNonRequired) => {
    try {
      const options = { skipNonRequired, quiet: true, maxSampleDepth: 7 };
      return [sample(schema as object, options, document)];
    } catch {
      return [];
    }
  });
}
