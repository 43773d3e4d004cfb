/** Parameters of an operation: the path item's and its own, each once (OpenAPI 3, "Parameter Object"). */
import type { Parameter, ParameterIn, Referable } from "../../openapi/index.js";
import { child } from "../../openapi/pointer.js";
import { dereference, isReference } from "../../openapi/reference.js";
import { type ModelContext, warn } from "../context/index.js";
import type { DocumentOperation } from "../api/document-operation.js";
import type { Shaper } from "../shapes/shape.js";
import type { Shape, Style } from "../types/index.js";

/** A parameter in one of the places that 3.1 knows. */
export type PlacedParameter = Parameter & { readonly in: ParameterIn };

/** A parameter with its references followed, and where it stands. */
export interface FoundParameter {
  readonly parameter: PlacedParameter;
  readonly pointer: string;
}

/** Headers that the client sets itself: parameters of these names are to be ignored ("Parameter Object", `name`). */
const IGNORED = new Set(["accept", "content-type", "authorization"]);

/** The operation's parameters override the path item's of the same name and place. */
export function readParameters(context: ModelContext, place: DocumentOperation): FoundParameter[] {
  const itemPointer = place.pointer.slice(0, place.pointer.lastIndexOf("/"));
  const found = new Map<string, FoundParameter>();
  const take = (list: readonly Referable<Parameter>[] | undefined, pointer: string): void => {
    list?.forEach((entry, n) => {
      const parameter = dereference(context.document, entry);
      const at = isReference(entry) ? entry.$ref.slice(1) : `${pointer}/parameters/${n}`;
      if (!isPlaced(parameter)) return warnQueryString(context, at);
      if (parameter.in === "header" && IGNORED.has(parameter.name.toLowerCase())) return;
      found.set(`${parameter.in} ${parameter.name}`, { parameter, pointer: at });
    });
  };
  take(place.item.parameters, itemPointer);
  take(place.operation.parameters, place.pointer);
  return [...found.values()];
}

/** A parameter's type: of its `schema`, else of its one media type. */
export function parameterShape(shaper: Shaper, { parameter, pointer }: FoundParameter): Shape {
  const [media] = Object.entries(parameter.content ?? {});
  const shape =
    media === undefined
      ? shaper.shape(parameter.schema, `${pointer}/schema`)
      : shaper.shape(media[1].schema, `${child(`${pointer}/content`, media[0])}/schema`);
  const { description, deprecated } = parameter;
  return {
    ...shape,
    ...(description === undefined ? {} : { description }),
    ...(deprecated === true ? { deprecated } : {}),
  };
}

const DEFAULT_STYLE = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

/** Style and explode with OpenAPI's defaults; a parameter by `content` is written as JSON. */
export function parameterStyle(parameter: PlacedParameter): { style: Style; explode: boolean } {
  if (parameter.content !== undefined) return { style: "json", explode: false };
  const style = parameter.style ?? DEFAULT_STYLE[parameter.in];
  return { style, explode: parameter.explode ?? style === "form" };
}

function isPlaced(parameter: Parameter): parameter is PlacedParameter {
  return parameter.in !== "querystring";
}

function warnQueryString(context: ModelContext, pointer: string): void {
  warn(context, {
    code: "query-string-parameter",
    message: "a parameter that is the whole query string is new in OpenAPI 3.2 and is not read",
    pointer,
    hint: "It is left out. Describe what it consists of as query parameters.",
  });
}
