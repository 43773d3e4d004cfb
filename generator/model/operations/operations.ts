/** Operations: one function each, with its parameters, its response and its place. */
import type { HttpMethod } from "../../config/index.js";
import {
  METHODS,
  type OpenApiDocument,
  type Operation as SpecOperation,
} from "../../openapi/index.js";
import { child } from "../../openapi/pointer.js";
import { readResponseHeaders } from "../content/headers.js";
import { readResponses } from "../content/responses.js";
import type { ModelContext } from "../context/index.js";
import { versionOf } from "../context/versions.js";
import { readErrors } from "../content/errors.js";
import { readCallbacks } from "./incoming.js";
import { moduleName, pascalCase } from "../names/identifiers.js";
import { nameFunctions } from "./operation-ids.js";
import { warnNested } from "./nested-values.js";
import { readParameters } from "./parameters.js";
import { readParams } from "./params.js";
import { requestPath } from "./request-path.js";
import { readPathParameters } from "./path-parameters.js";
import { readMethodNames } from "../resources/resource-names.js";
import { idOf, type OperationTools, type DocumentOperation } from "../api/document-operation.js";
import { alternatives } from "../api/security.js";
import type { Operation } from "../types/index.js";

export function readOperations(context: ModelContext, tools: OperationTools): Operation[] {
  const places = placesOf(context.document);
  const names = nameFunctions(context, tools.types, places);
  return places.map((place, n) => readOperation(context, tools, place, names[n] ?? ""));
}

/** Every operation of the document, in its order, and by method in a path. */
export function placesOf({ paths = {} }: OpenApiDocument): DocumentOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      const pointer = `${child("/paths", path)}/${method}`;
      return operation === undefined ? [] : [{ path, item, operation, method, pointer }];
    }),
  );
}

function readOperation(
  context: ModelContext,
  tools: OperationTools,
  place: DocumentOperation,
  name: string,
): Operation {
  const { operation, path } = place;
  const method = place.method.toUpperCase() as HttpMethod;
  const operationId = idOf(place);
  const parameters = readParameters(context, place);
  const responses = readResponses(context, tools, place);
  const { response } = responses;
  for (const parameter of parameters) warnNested(context, parameter);
  const sent = requestPath(context, place, parameters);
  const pathParameters = readPathParameters(context, tools, { ...place, path: sent }, parameters);
  const params = readParams(context, tools, place, {
    parameters,
    path: pathParameters,
    name: `${pascalCase(operationId)}Params`,
    expandable: "roots" in response && response.roots.length > 0,
  });
  const errors = readErrors(context, tools, place);
  const callbacks = readCallbacks(context, tools, place);
  const requires = alternatives(context, operation.security, `${place.pointer}/security`);
  const server = tools.servers.of(place);
  const methodNames = readMethodNames(context, operation, place.pointer);
  return {
    operationId,
    name,
    module: moduleOf(context, operation, path),
    tags: operation.tags ?? [],
    method,
    path,
    ...(sent === path ? {} : { requestPath: sent }),
    ...(server === undefined ? {} : { server }),
    pathParameters,
    ...(params === undefined ? {} : { params }),
    ...responses,
    ...readResponseHeaders(context, place),
    ...(errors === undefined ? {} : { errors }),
    ...(callbacks.length === 0 ? {} : { callbacks }),
    ...(requires === undefined ? {} : { requires }),
    deprecated: operation.deprecated === true,
    ...(operation.summary === undefined ? {} : { summary: operation.summary }),
    ...(operation.description === undefined ? {} : { description: operation.description }),
    ...(methodNames === undefined ? {} : { methodNames }),
  };
}

/** Operations stand together by their first tag, else by the first segment that is neither a version nor a variable. */
function moduleOf(context: ModelContext, operation: SpecOperation, path: string): string {
  const tag = operation.tags?.[0];
  if (tag !== undefined) return moduleName(tag);
  const segment = path.split("/").find((part) => part !== "" && !/^v\d+$|\{/.test(part));
  const version = versionOf(context, path);
  return moduleName(version === undefined ? (segment ?? "") : `${version}-${segment}`);
}
