/** Requests that the API makes of its users: webhooks and callbacks (OpenAPI 3, "Callback Object"), as types. */
import {
  type Callback,
  type Method,
  METHODS,
  type Operation,
  type PathItem,
} from "../../openapi/index.js";
import { child } from "../../openapi/pointer.js";
import { dereference, isReference } from "../../openapi/reference.js";
import { readContents } from "../content/bodies.js";
import type { ModelContext } from "../context/index.js";
import { isStructured } from "../content/media-types.js";
import { readParameters } from "./parameters.js";
import { membersShape } from "./params.js";
import type { OperationTools, DocumentOperation } from "../api/document-operation.js";
import type { Selectable } from "../selection/selection.js";
import type { Callbacks, IncomingRequest, Shape } from "../types/index.js";

/** 3.1 and later. */
export function readWebhooks(
  context: ModelContext,
  tools: OperationTools,
  isWanted: (operation: Selectable) => boolean = () => true,
): readonly IncomingRequest[] {
  return Object.entries(context.document.webhooks ?? {}).flatMap(([name, item]) => {
    const wanted = Object.entries(item).filter(([member]) => {
      const operation = METHODS.some((method) => method === member) && item[member as Method];
      return typeof operation !== "object" || isWanted(selectable(operation, name));
    });
    const own: PathItem = Object.fromEntries(wanted);
    const shape = itemsShape(context, tools, [[own, child("/webhooks", name)]]);
    return shape === undefined ? [] : [{ name, shape }];
  });
}

/** A webhook has no path. */
function selectable({ operationId, tags, deprecated }: Operation, name: string): Selectable {
  return {
    operationId: operationId ?? name,
    tags: tags ?? [],
    path: "",
    deprecated: deprecated === true,
  };
}

/** The callbacks of an operation: whatever the expression for their URL, one request has one type. */
export function readCallbacks(
  context: ModelContext,
  tools: OperationTools,
  { operation, pointer }: DocumentOperation,
): Callbacks {
  return Object.entries(operation.callbacks ?? {}).flatMap(([name, entry]) => {
    const callback: Callback = dereference(context.document, entry);
    const at = isReference(entry) ? entry.$ref.slice(1) : child(`${pointer}/callbacks`, name);
    const items = Object.entries(callback).map(([expression, item]): LocatedItem => [
      item,
      child(at, expression),
    ]);
    const shape = itemsShape(context, tools, items);
    return shape === undefined ? [] : [{ name, shape }];
  });
}

type LocatedItem = readonly [item: PathItem, pointer: string];

/** The requests of all methods; undefined where there is none. */
function itemsShape(
  context: ModelContext,
  tools: OperationTools,
  items: readonly LocatedItem[],
): Shape | undefined {
  const shapes = items.flatMap(([item, at]) =>
    METHODS.flatMap((method): Shape[] => {
      const operation = item[method];
      if (operation === undefined) return [];
      const pointer = `${at}/${method}`;
      return [requestShape(context, tools, { path: "", item, operation, method, pointer })];
    }),
  );
  const [first, ...others] = shapes;
  return others.length === 0 ? first : { anyOf: shapes };
}

/** `{ method: "POST"; query: { … }; header: { … }; body: Pet }` */
function requestShape(
  context: ModelContext,
  tools: OperationTools,
  place: DocumentOperation,
): Shape {
  // What is received has everything that a response has.
  const reading = { ...tools, input: tools.shaper };
  const properties: [string, Shape][] = [["method", { enum: [place.method.toUpperCase()] }]];
  const required = ["method"];
  const parameters = readParameters(context, place);
  for (const group of ["query", "header", "cookie"] as const) {
    const members = parameters.filter(({ parameter }) => parameter.in === group);
    if (members.length === 0) continue;
    const shape = membersShape(reading, members);
    properties.push([group, shape]);
    if ((shape.required ?? []).length > 0) required.push(group);
  }
  const found = readContents(context, reading, place);
  const [content] = found?.contents ?? [];
  if (found !== undefined && content !== undefined) {
    const { body, shape } = content;
    properties.push(["body", isStructured(body.mediaType) ? shape : {}]);
    if (found.required) required.push("body");
  }
  return { type: "object", properties: Object.fromEntries(properties), required };
}
