/** The `params` of an operation: its query, header and cookie parameters and its body, as one type. */
import type { ExpandParameter } from "../../config/index.js";
import { type FoundBody, readBody } from "../content/bodies.js";
import { claimType } from "../names/claim.js";
import { type ModelContext, warn } from "../context/index.js";
import { acceptMore } from "../content/accept.js";
import { type FoundParameter, parameterShape, parameterStyle } from "./parameters.js";
import type { OperationTools, DocumentOperation } from "../api/document-operation.js";
import type {
  Group,
  Params,
  PathParameter,
  Placement,
  Shape,
  StyledParameter,
} from "../types/index.js";

interface ParamsInput {
  readonly parameters: readonly FoundParameter[];
  readonly path: readonly PathParameter[];
  readonly name: string;
  /** Whether the response has something to expand. */
  readonly expandable: boolean;
}

type Parts = Partial<Record<Group, Shape>>;

/** All that the operation takes besides the function's own parameters; undefined where it takes nothing. */
export function readParams(
  context: ModelContext,
  tools: OperationTools,
  place: DocumentOperation,
  { parameters, path, name, expandable }: ParamsInput,
): Params | undefined {
  const parts: Parts = {};
  if (context.calls === "grouped" && path.length > 0) {
    parts.path = acceptMore(pathShape(path), context.dialect);
  }
  for (const group of ["query", "header", "cookie"] as const) {
    const members = parameters.filter(({ parameter }) => parameter.in === group);
    if (members.length > 0)
      parts[group] = acceptMore(membersShape(tools, members), context.dialect);
  }
  const body = readBody(context, tools, place);
  if (body !== undefined) addBody(context, place, parts, body);
  const groups = GROUPS.filter((group) => parts[group]);
  if (groups.length === 0) return undefined;
  const placement = context.calls === "grouped" ? "grouped" : placementOf(groups);
  const whole = placement === "grouped" ? groupedShape(parts, body) : (parts[placement] ?? {});
  const taken = (context.dialect?.expansion?.parameters ?? []).flatMap((parameter) => {
    const shape = withPaths(whole, placement, parameter);
    return shape === undefined ? [] : [{ parameter, ...shape }];
  });
  const [expand] = taken;
  const shape = expandable ? expand?.shape : undefined;
  return {
    name: claimType(context, tools.types, name, place.pointer),
    shape: shape ?? whole,
    required: placement === "body" ? body?.required === true : hasRequired(whole),
    placement,
    groups,
    styled: styledParameters(context, parameters, expand?.parameter),
    ...(body === undefined || parts.body === undefined ? {} : { body: body.body }),
    ...(parts.body === undefined || body?.choice === undefined ? {} : { bodies: body.choice }),
    ...(expand === undefined ? {} : { expandParameter: expand.parameter }),
    expand: shape !== undefined,
    ...(shape === undefined || expand?.listed === undefined ? {} : { listed: expand.listed }),
  };
}

const GROUPS = ["path", "query", "header", "cookie", "body"] as const;

function pathShape(parameters: readonly PathParameter[]): Shape {
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, shape }) => [name, shape])),
    required: parameters.map(({ name }) => name),
  };
}

/** The only group gives the place; header and cookie parameters are always grouped. */
function placementOf(groups: readonly Group[]): Placement {
  const [only] = groups;
  return groups.length === 1 && (only === "query" || only === "body") ? only : "grouped";
}

export function membersShape(tools: OperationTools, members: readonly FoundParameter[]): Shape {
  const required = members.filter(({ parameter }) => parameter.required === true);
  return {
    type: "object",
    properties: Object.fromEntries(
      members.map((found) => [found.parameter.name, parameterShape(tools.input, found)]),
    ),
    required: required.map(({ parameter }) => parameter.name),
  };
}

/** Puts the body in its place: `body`, or among the query parameters where the API reads it there. */
function addBody(
  context: ModelContext,
  place: DocumentOperation,
  parts: Parts,
  body: FoundBody,
): void {
  const method = place.method.toUpperCase();
  if (!context.dialect?.bodyAsQuery?.some((name) => name === method)) {
    if (method === "GET" || method === "HEAD" || method === "TRACE") warnBody(context, place);
    else parts.body = body.shape;
    return;
  }
  const { shape = body.shape } = body.choice?.contents[0] ?? {};
  const properties = { ...parts.query?.properties, ...shape.properties };
  if (Object.keys(properties).length === 0) return;
  const required = [...(parts.query?.required ?? []), ...(shape.required ?? [])];
  parts.query = { type: "object", properties, required };
}

function warnBody(context: ModelContext, place: DocumentOperation): void {
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

interface WithPaths {
  readonly shape: Shape;
  /** The paths that the document lists, where the dialect says that those are all. */
  readonly listed?: readonly string[];
}

/** The parameter takes whatever the operation's type parameter says; undefined where there is no such parameter. */
function withPaths(
  shape: Shape,
  placement: Placement,
  parameter: ExpandParameter,
): WithPaths | undefined {
  const { properties = {} } = shape;
  const given = new Map(Object.entries(properties));
  if (placement === "grouped") {
    for (const group of ["query", "body"]) {
      const inner = withPaths(given.get(group) ?? {}, "query", parameter);
      if (inner === undefined) continue;
      return { ...inner, shape: { ...shape, properties: { ...properties, [group]: inner.shape } } };
    }
    return undefined;
  }
  const own = given.get(parameter.name);
  if (own === undefined) return undefined;
  const values = parameter.listed === true ? (own.items?.enum ?? []) : [];
  const listed = values.filter((value) => typeof value === "string");
  const paths: Shape = { type: "object", symbol: { kind: "expand" } };
  return {
    shape: { ...shape, properties: { ...properties, [parameter.name]: paths } },
    ...(listed.length === 0 ? {} : { listed }),
  };
}

/** With commas between several values. */
const JOINED = { style: "form", explode: false } as const;

/** What the emitted call has to state, because the client's defaults would write it otherwise. */
function styledParameters(
  context: ModelContext,
  parameters: readonly FoundParameter[],
  expand: ExpandParameter | undefined,
): StyledParameter[] {
  const nested = context.dialect?.nested === true;
  return parameters.flatMap(({ parameter }) => {
    const { name, in: place, allowReserved = false } = parameter;
    if (place === "path") return [];
    const isJoined = expand?.joined === true && place === "query" && name === expand.name;
    const { style, explode } = isJoined ? JOINED : parameterStyle(parameter);
    const isDefault =
      place === "query" &&
      !allowReserved &&
      ((style === "form" && explode) ||
        (nested && !isJoined && (style === "deepObject" || style === "form")));
    return isDefault ? [] : [{ name, in: place, style, explode, allowReserved }];
  });
}
