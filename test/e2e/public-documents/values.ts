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
  const isOld = document.openapi.startsWith("3.0");
  const options = { strict: false, validateFormats: false, logger: false } as const;
  const ajv = isOld ? new Ajv(options) : new Ajv2020(options);
  // Examples may look like schemas with an id; limits are booleans in 3.0, and no type tells them.
  const left = /^(?:examples?|x-.*)$/;
  const limits = /^exclusive(?:Minimum|Maximum)$/;
  const plain: unknown = JSON.parse(JSON.stringify({ components: { schemas } }), (key, value) =>
    left.test(key) || (isOld && limits.test(key)) ? undefined : (value as unknown),
  );
  ajv.addSchema(Object(plain) as object, "document");
  const isUntold = placeholders(plain);
  return Object.entries(schemas).flatMap(([key, schema]) => {
    const validate = validatorOf(ajv, key);
    if (validate === undefined) return [];
    const own = sampled(document, schema);
    // By the habit of documents, what lists properties or items is an object or array, though it does not say so.
    const odd = own.some(hasMembers) ? [] : ODD;
    const values = [...own, ...odd].filter(
      (value) => !isUntold.test(JSON.stringify(value) ?? "") && accepts(validate, value),
    );
    const unique = new Map(values.map((value) => [JSON.stringify(value), value]));
    return Array.from(unique.values(), (value) => ({ key, value }));
  });
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

function validatorOf(ajv: Ajv | Ajv2020, key: string): ValidateFunction | undefined {
  try {
    return ajv.compile({ $ref: `document#/components/schemas/${escapeToken(key)}` });
  } catch {
    // A schema that is none is not for this judge.
    return undefined;
  }
}

function accepts(validate: ValidateFunction, value: unknown): boolean {
  try {
    return validate(value);
  } catch {
    return false;
  }
}

function sampled(document: OpenApiDocument, schema: Schema): unknown[] {
  return [true, false].flatMap((skipNonRequired) => {
    try {
      const options = { skipNonRequired, quiet: true, maxSampleDepth: 7 };
      return [sample(schema as object, options, document)];
    } catch {
      return [];
    }
  });
}
