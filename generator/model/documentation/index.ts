/** Document → what a reference says besides the types. */
import {
  type Method,
  METHODS,
  type Operation as SpecOperation,
  type PathItem,
} from "../../openapi/index.js";
import { dereference } from "../../openapi/reference.js";
import type { HttpMethod } from "../../config/index.js";
import type { OperationTools, DocumentOperation } from "../api/document-operation.js";
import type { ModelContext } from "../context/index.js";
import { placesOf } from "../operations/operations.js";
import { readParameters } from "../operations/parameters.js";
import type {
  Documentation,
  DocumentedBody,
  DocumentedOperation,
  DocumentedRequest,
  Operation,
} from "../types/index.js";
import { type FindOperation, operationFinder } from "./links.js";
import { documentedResponses, examplesOf } from "./responses.js";
import { documentedRequirements, documentedSchemes } from "./security.js";
import { documentedServers } from "./servers.js";

/** `operations` are all of the document's, in its order. */
export function readDocumentation(
  given: ModelContext,
  tools: OperationTools,
  operations: readonly Operation[],
): Documentation {
  // What is odd has been told when the operations were read.
  const context: ModelContext = { ...given, warn: () => undefined };
  const { document } = context;
  const { info = {}, tags = [] } = document;
  const places = placesOf(document);
  const find = operationFinder(places, operations);
  const entries = operations.flatMap((operation, n): [string, DocumentedOperation][] => {
    const place = places[n];
    if (place === undefined) return [];
    return [[operation.name, readOperation(context, tools, place, find)]];
  });
  const requires = documentedRequirements(document.security);
  return {
    ...(info.summary === undefined ? {} : { summary: info.summary }),
    ...(info.description === undefined ? {} : { description: info.description }),
    servers: documentedServers(document.servers),
    tags: tags.map(({ name, description }) => ({
      name,
      ...(description === undefined ? {} : { description }),
    })),
    security: documentedSchemes(document),
    ...(requires === undefined ? {} : { requires }),
    operations: new Map(entries),
    webhooks: Object.entries(document.webhooks ?? {}).flatMap(([name, item]) =>
      requestsOf(name, item),
    ),
  };
}

function readOperation(
  context: ModelContext,
  tools: OperationTools,
  place: DocumentOperation,
  find: FindOperation,
): DocumentedOperation {
  const { operation, item } = place;
  const { externalDocs } = operation;
  const body = readBody(context, operation);
  const requires = documentedRequirements(operation.security);
  return {
    ...(externalDocs?.url === undefined
      ? {}
      : {
          externalDocs: {
            url: externalDocs.url,
            ...(externalDocs.description === undefined
              ? {}
              : { description: externalDocs.description }),
          },
        }),
    parameters: parameterExamples(context, place),
    ...(body === undefined ? {} : { body }),
    responses: documentedResponses(context, tools, place, find),
    callbacks: callbacksOf(context, operation),
    servers: documentedServers(operation.servers ?? item.servers),
    ...(requires === undefined ? {} : { requires }),
  };
}

function parameterExamples(
  context: ModelContext,
  place: DocumentOperation,
): ReadonlyMap<string, unknown> {
  const shown = readParameters(context, place).flatMap(({ parameter }): [string, unknown][] => {
    const [media] = Object.values(parameter.content ?? {});
    const [example] = [...examplesOf(context, parameter), ...examplesOf(context, media ?? {})];
    return example === undefined ? [] : [[`${parameter.in} ${parameter.name}`, example.value]];
  });
  return new Map(shown);
}

function readBody(context: ModelContext, operation: SpecOperation): DocumentedBody | undefined {
  if (operation.requestBody === undefined) return undefined;
  const {
    description,
    required,
    content = {},
  } = dereference(context.document, operation.requestBody);
  const examples = Object.entries(content).map(
    ([mediaType, media]) => [mediaType, examplesOf(context, media)] as const,
  );
  return {
    ...(description === undefined ? {} : { description }),
    required: required === true,
    examples: new Map(examples.filter(([, shown]) => shown.length > 0)),
  };
}

function callbacksOf(
  context: ModelContext,
  { callbacks = {} }: SpecOperation,
): DocumentedRequest[] {
  return Object.entries(callbacks).flatMap(([name, entry]) =>
    Object.entries(dereference(context.document, entry)).flatMap(([expression, item]) =>
      requestsOf(name, item).map((request) => ({ ...request, expression })),
    ),
  );
}

function requestsOf(name: string, item: PathItem): DocumentedRequest[] {
  return METHODS.flatMap((method: Method): DocumentedRequest[] => {
    const operation = item[method];
    if (operation === undefined) return [];
    const { summary, description, deprecated } = operation;
    return [
      {
        name,
        method: method.toUpperCase() as HttpMethod,
        ...(summary === undefined ? {} : { summary }),
        ...(description === undefined ? {} : { description }),
        deprecated: deprecated === true,
      },
    ];
  });
}
