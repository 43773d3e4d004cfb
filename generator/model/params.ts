/** The `params` of an operation: its query, header and cookie parameters and its body, as one type. */
import type { Encoding, RequestBody } from "../openapi.js";
import { child } from "../pointer.js";
import { dereference, isReference } from "../reference.js";
import { type ModelContext, warn } from "./context.js";
import { acceptDates } from "./dates.js";
import { essence, isJson, isStructured } from "./media-types.js";
import { type FoundParameter, parameterShape, parameterStyle } from "./parameters.js";
import type { OperationTools, Place } from "./place.js";
import type { Body, Group, Params, Placement, Shape, StyledParameter } from "./types.js";

interface ParamsInput {
  readonly parameters: readonly FoundParameter[];
  readonly name: string;
  /** Whether the answer has something to expand. */
  readonly expandable: boolean;
}

type Parts = Partial<Record<Group, Shape>>;

/** The parameters besides the path's; undefined where the operation takes none. */
export function readParams(
  context: ModelContext,
  tools: OperationTools,
  place: Place,
  { parameters, name, expandable }: ParamsInput,
): Params | undefined {
  const parts: Parts = {};
  for (const group of ["query", "header", "cookie"] as const) {
    const members = parameters.filter(({ parameter }) => parameter.in === group);
    if (members.length > 0) parts[group] = membersShape(tools, members);
  }
  const body = readBody(context, tools, place);
  if (body !== undefined) addBody(context, place, parts, body.shape);
  const groups = (["query", "header", "cookie", "body"] as const).filter((group) => parts[group]);
  if (groups.length === 0) return undefined;
  const placement = placementOf(groups);
  const typed = placement === "grouped" ? groupedShape(parts, body) : (parts[placement] ?? {});
  const whole = acceptDates(typed, context.dialect?.dates ?? []);
  const expand = expandable && whole.properties?.["expand"] !== undefined;
  return {
    name: tools.types.claim(name),
    shape: expand ? withExpandParameter(whole) : whole,
    required: placement === "body" ? body?.required === true : hasRequired(whole),
    placement,
    groups,
    styled: styledParameters(context, parameters),
    ...(body === undefined || parts.body === undefined ? {} : { body: body.body }),
    expand,
  };
}

/** The only group gives the place; header and cookie parameters are always grouped. */
function placementOf(groups: readonly Group[]): Placement {
  const [only] = groups;
  return groups.length === 1 && (only === "query" || only === "body") ? only : "grouped";
}

function membersShape(tools: OperationTools, members: readonly FoundParameter[]): Shape {
  const required = members.filter(({ parameter }) => parameter.required === true);
  return {
    type: "object",
    properties: Object.fromEntries(
      members.map((found) => [found.parameter.name, parameterShape(tools.shaper, found)]),
    ),
    required: required.map(({ parameter }) => parameter.name),
  };
}

interface FoundBody {
  readonly body: Body;
  readonly shape: Shape;
  readonly required: boolean;
}

/** JSON before others; an empty form counts as no body where the API reads bodies from the query. */
function readBody(
  context: ModelContext,
  tools: OperationTools,
  { operation, pointer }: Place,
): FoundBody | undefined {
  const entry = operation.requestBody;
  if (entry === undefined) return undefined;
  const at = isReference(entry) ? entry.$ref.slice(1) : `${pointer}/requestBody`;
  const requestBody: RequestBody = dereference(context.document, entry);
  const media = Object.entries(requestBody.content ?? {});
  const chosen = media.find(([mediaType]) => isJson(mediaType)) ?? media[0];
  if (chosen === undefined) return undefined;
  const [mediaType, { schema, encoding }] = chosen;
  const byDefault = context.dialect?.body ?? "application/json";
  return {
    body: {
      mediaType,
      isDefault: essence(mediaType) === byDefault,
      encoding: encoding ?? {},
      nested: nests(context, encoding ?? {}),
    },
    shape: isStructured(mediaType)
      ? tools.shaper.shape(schema, `${child(`${at}/content`, mediaType)}/schema`)
      : { type: "object", symbol: { kind: "raw" } },
    required: requestBody.required === true,
  };
}

/** Whether the dialect's way of nesting values is all that the Encoding Objects speak of. */
function nests({ dialect }: ModelContext, encoding: Readonly<Record<string, Encoding>>): boolean {
  const isDialects = ({ style = "deepObject", contentType, allowReserved }: Encoding): boolean =>
    (style === "deepObject" || style === "form") && contentType === undefined && !allowReserved;
  return dialect?.nested === true && Object.values(encoding).every(isDialects);
}

/** Puts the body in its place: `body`, or among the query parameters where the API reads it there. */
function addBody(context: ModelContext, place: Place, parts: Parts, shape: Shape): void {
  const method = place.method.toUpperCase();
  if (!context.dialect?.bodyAsQuery?.some((name) => name === method)) {
    if (method === "GET" || method === "HEAD" || method === "TRACE") warnBody(context, place);
    else parts.body = shape;
    return;
  }
  const properties = { ...parts.query?.properties, ...shape.properties };
  if (Object.keys(properties).length === 0) return;
  const required = [...(parts.query?.required ?? []), ...(shape.required ?? [])];
  parts.query = { type: "object", properties, required };
}

function warnBody(context: ModelContext, place: Place): void {
  warn(context, {
    code: "body-not-sent",
    message: `a ${place.method.toUpperCase()} request has no body that could be sent`,
    pointer: `${place.pointer}/requestBody`,
    hint: "It is left out. Describe its fields as query parameters.",
  });
}

function groupedShape(parts: Parts, body: FoundBody | undefined): Shape {
  const entries = Object.entries(parts);
  const required = entries
    .filter(([group, shape]) => (group === "body" ? body?.required === true : hasRequired(shape)))
    .map(([group]) => group);
  return { type: "object", properties: Object.fromEntries(entries), required };
}

function hasRequired(shape: Shape): boolean {
  return (shape.required ?? []).length > 0;
}

/** `expand` takes whatever the operation's type parameter says. */
function withExpandParameter(shape: Shape): Shape {
  const expand: Shape = { type: "object", symbol: { kind: "expand" } };
  return { ...shape, properties: { ...shape.properties, expand } };
}

/** What the emitted call has to state, because the client's defaults would write it otherwise. */
function styledParameters(
  context: ModelContext,
  parameters: readonly FoundParameter[],
): StyledParameter[] {
  const nested = context.dialect?.nested === true;
  return parameters.flatMap(({ parameter }) => {
    const { name, in: place, allowReserved = false } = parameter;
    if (place === "path") return [];
    const { style, explode } = parameterStyle(parameter);
    const isDefault =
      place === "query" &&
      !allowReserved &&
      ((style === "form" && explode) || (nested && (style === "deepObject" || style === "form")));
    return isDefault ? [] : [{ name, in: place, style, explode, allowReserved }];
  });
}
