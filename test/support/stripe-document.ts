/** The document, walked without the generator's model: what the differential test knows of each operation. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "../../generator/load/index.js";
import {
  METHODS,
  type Method,
  type OpenApiDocument,
  type Operation as OperationObject,
  type Parameter,
  type PathItem,
  type Referable,
  type RequestBody,
  type Schema,
} from "../../generator/openapi/index.js";
import { dereference } from "../../generator/openapi/reference.js";

export interface Operation {
  readonly id: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** Names of the path parameters, in the order of the template. */
  readonly pathParams: readonly string[];
  /** What the operation takes besides: an object with the query parameters and the properties of the body. */
  readonly params: Schema;
  readonly multipart: boolean;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export async function loadStripe(): Promise<OpenApiDocument> {
  const overlays = readdirSync(`${ROOT}/spec/overlays`).map((file) => `spec/overlays/${file}`);
  return (await load("spec/source.json", { cwd: ROOT, overlays: overlays.sort() })).document;
}

export function operationsOf(document: OpenApiDocument): readonly Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [toOperation(document, path, method, item, operation)] : [];
    }),
  );
}

function toOperation(
  document: OpenApiDocument,
  path: string,
  method: Method,
  item: PathItem,
  { operationId = "", parameters = [], requestBody }: OperationObject,
): Operation {
  const query = [...(item.parameters ?? []), ...parameters]
    .map((parameter: Referable<Parameter>) => dereference(document, parameter))
    .filter((parameter) => parameter.in === "query");
  const content = Object.entries(
    requestBody ? (dereference<RequestBody>(document, requestBody).content ?? {}) : {},
  );
  const [mediaType, body] = content[0] ?? [];
  if (content.length > 1) throw new Error(`${path}: several media types`);
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    pathParams: Array.from(path.matchAll(/\{(.*?)\}/g), ([, name = ""]) => name),
    params: join(query, body?.schema),
    multipart: mediaType === "multipart/form-data",
  };
}

/** One object of query parameters and body: none of Stripe's operations has a name in both. */
function join(query: readonly Parameter[], body: Schema | undefined): Schema {
  const { properties = {}, required = [] } = typeof body === "object" ? body : {};
  return {
    type: "object",
    properties: {
      ...Object.fromEntries(query.map(({ name, schema = true }) => [name, schema])),
      ...properties,
    },
    required: [
      ...query.filter((parameter) => parameter.required).map(({ name }) => name),
      ...required,
    ],
  };
}

/** Whether an object has no parameters at all. */
export function isEmpty(params: Schema): boolean {
  return typeof params === "object" && Object.keys(params.properties ?? {}).length === 0;
}
