/** The document as the test's `fetch` is held against it, by a validator that knows nothing of the generator. */
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import { sample } from "openapi-sampler";
import { load } from "../../generator/load/index.js";
import type { OpenApiDocument, Operation, Parameter } from "../../generator/openapi/index.js";
import { member } from "../../generator/openapi/pointer.js";
import { dereference } from "../../generator/openapi/reference.js";
import config from "../../unfold.config.js";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Stripe's document with our overlays. */
export async function stripeDocument(): Promise<OpenApiDocument> {
  const overlays = config.projects[0]?.overlays ?? [];
  return (await load("spec/source.json", { cwd: ROOT, overlays })).document;
}

export interface Called {
  /** `GET /v1/charges` */
  readonly key: string;
  /** Name of the function. */
  readonly name: string;
  readonly operation: Operation;
  readonly variables: readonly string[];
}

export function operationsOf(document: OpenApiDocument): Called[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (["get", "put", "post", "patch", "delete"] as const).flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const { operationId = "" } = operation;
      return {
        key: `${method.toUpperCase()} ${path}`,
        name: operationId.charAt(0).toLowerCase() + operationId.slice(1),
        operation,
        variables: Array.from(path.matchAll(/\{(.*?)\}/g), ([, name = ""]) => name),
      };
    }),
  );
}

/** The least that an operation has to be given: its required parameters. */
export function leastParams(document: OpenApiDocument, { operation }: Called): object | undefined {
  const { parameters = [], requestBody } = operation;
  const found = parameters.map((parameter) => dereference<Parameter>(document, parameter));
  const query = found.filter(
    (parameter) => parameter.in === "query" && parameter.required === true,
  );
  const values = query.map(({ name, schema }) => [name, example(document, schema)]);
  const content = requestBody && dereference(document, requestBody).content;
  const [media] = Object.values(content ?? {});
  const body = media?.schema === undefined ? {} : example(document, media.schema);
  return { ...Object.fromEntries(values), ...withoutText(Object(body)) };
}

function example(document: OpenApiDocument, schema: unknown, whole = false): unknown {
  const options = { skipNonRequired: !whole, quiet: true };
  const value = sample(schema as Parameters<typeof sample>[0], options, document);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  // An object that says nothing is not sent.
  const entries = Object.entries(value).map(([name, inner]: [string, unknown]) => {
    const isEmpty = typeof inner === "object" && inner !== null && Object.keys(inner).length === 0;
    return [name, isEmpty ? example(document, property(schema, name), true) : inner];
  });
  return Object.fromEntries(entries);
}

function property(schema: unknown, name: string): unknown {
  return member(member(schema, "properties"), name);
}

/** A file is not text. */
function withoutText(body: object): object {
  return "file" in body && "purpose" in body ? { ...body, file: new Blob(["x"]) } : body;
}

/** Validates what an operation responds with 200. */
export type Validate = (operation: Operation, response: unknown) => string;

export function createValidator(document: OpenApiDocument): Validate {
  const code = { optimize: false };
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, code });
  ajv.addSchema({ $id: "document", components: nullableToUnion(document.components) });
  const compiled = new Map<string, ValidateFunction>();
  return (operation, response) => {
    const { schema = {} } = jsonResponse(document, operation) ?? {};
    const text = JSON.stringify(nullableToUnion(schema)).replaceAll(
      '"#/components',
      '"document#/components',
    );
    const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text));
    compiled.set(text, validate);
    return validate(response) ? "" : ajv.errorsText(validate.errors);
  };
}

export function jsonResponse(document: OpenApiDocument, { responses }: Operation) {
  const response = responses?.["200"];
  return response && dereference(document, response).content?.["application/json"];
}

/** OpenAPI 3.0 says with a word of its own what JSON Schema says with a type. What is said to people is left out. */
function nullableToUnion(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nullableToUnion);
  if (typeof node !== "object" || node === null) return node;
  const { nullable, ...rest }: { nullable?: unknown } = node;
  const known = Object.entries(rest).filter(
    ([key, value]) => !/^x-|^(title|description)$/.test(key) || typeof value === "object",
  );
  const taken = known.filter(([key]) => !key.startsWith("x-"));
  const inner = Object.fromEntries(taken.map(([key, value]) => [key, nullableToUnion(value)]));
  if (nullable !== true) return inner;
  const { type, enum: values, ...more }: { type?: unknown; enum?: unknown } = inner;
  if (typeof type !== "string") return { anyOf: [inner, { type: "null" }] };
  const listed = Array.isArray(values) ? { enum: [...values, null] } : {};
  return { ...more, ...listed, type: [type, "null"] };
}
