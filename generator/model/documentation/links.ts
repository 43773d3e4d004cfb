/** Links from a response to what may be called next (OpenAPI 3, "Link Object"). */
import type { Link, OpenApiDocument, Response } from "../../openapi/index.js";
import { dereference } from "../../openapi/reference.js";
import type { DocumentOperation } from "../api/document-operation.js";
import type { DocumentedLink, Operation } from "../types/index.js";

/** The name of the function that a link names by its id or its place. */
export type FindOperation = (link: Link) => string | undefined;

/** `places` and `operations` are in the same order. */
export function operationFinder(
  places: readonly DocumentOperation[],
  operations: readonly Operation[],
): FindOperation {
  const byId = new Map<string, string>();
  const byPointer = new Map<string, string>();
  for (const [n, { operation, pointer }] of places.entries()) {
    const name = operations[n]?.name;
    if (name === undefined) continue;
    if (operation.operationId !== undefined) byId.set(operation.operationId, name);
    byPointer.set(pointer, name);
  }
  return ({ operationId, operationRef }) => {
    if (operationId !== undefined) return byId.get(operationId);
    if (operationRef?.startsWith("#") !== true) return undefined;
    return byPointer.get(decoded(operationRef.slice(1)));
  };
}

/** A fragment of a URL as the pointer that it is. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

export function linksOf(
  document: OpenApiDocument,
  { links = {} }: Response,
  find: FindOperation,
): DocumentedLink[] {
  return Object.entries(links).map(([name, entry]) => {
    const link: Link = dereference(document, entry);
    const { description, operationId, operationRef, parameters, requestBody } = link;
    const operation = find(link);
    return {
      name,
      ...(description === undefined ? {} : { description }),
      target: operationId ?? operationRef ?? "",
      ...(operation === undefined ? {} : { operation }),
      parameters: typeof parameters === "object" ? Object.entries(parameters ?? {}) : [],
      ...(requestBody === undefined ? {} : { body: requestBody }),
    };
  });
}
