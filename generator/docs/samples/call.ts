/** The call that samples show: the least that is valid, with the document's own examples where these fit. */
import type { Model, Operation, PathParameter, Shape } from "../../model/types/index.js";
import { member } from "../../openapi/pointer.js";
import { fits } from "./fits.js";
import { PATH } from "./types.js";
import { ENDLESS, leastValue, plain } from "./values.js";

export interface SampleCall {
  readonly operation: Operation;
  readonly path: readonly PathValue[];
  /** Undefined where the call goes without params. */
  readonly params: unknown;
  /** The same with {@link PATH} as the one expand path; undefined where nothing can be expanded. */
  readonly expanded?: unknown;
}

export interface PathValue {
  readonly parameter: PathParameter;
  readonly value: unknown;
}

export function sampleCall(model: Model, operation: Operation): SampleCall {
  const examples = model.documentation?.operations.get(operation.name)?.parameters;
  const path = operation.pathParameters.map((parameter) => ({
    parameter,
    value: pathValue(model, parameter, examples?.get(`path ${parameter.name}`)),
  }));
  const params = paramsValue(model, operation, path);
  const expanded = withPaths(operation, params);
  return { operation, path, params, ...(expanded === undefined ? {} : { expanded }) };
}

function pathValue(model: Model, { name, shape }: PathParameter, shown: unknown): unknown {
  const isShown = shown !== undefined && shown !== "" && fits(model, shape, shown);
  const value = isShown ? shown : leastValue(model, shape, { name, parents: [] });
  if (value === ENDLESS || value === "") return name;
  return value === name ? `${plain(name)}_1` : value;
}

function paramsValue(model: Model, operation: Operation, path: readonly PathValue[]): unknown {
  const { params } = operation;
  if (params === undefined) return undefined;
  const { shape, placement, required } = params;
  if (placement !== "grouped") {
    const value =
      placement === "body"
        ? bodyValue(model, operation, shape)
        : objectValue(model, operation, "query", shape);
    return !required && isEmpty(value) ? undefined : value;
  }
  const isRequired = new Set(shape.required);
  const groups = Object.entries(shape.properties ?? {}).flatMap(
    ([group, inner]): [string, unknown][] => {
      const value = groupValue(model, operation, group, inner, path);
      return isRequired.has(group) || !isEmpty(value) ? [[group, value]] : [];
    },
  );
  return groups.length === 0 && !required ? undefined : Object.fromEntries(groups);
}

function groupValue(
  model: Model,
  operation: Operation,
  group: string,
  shape: Shape,
  path: readonly PathValue[],
): unknown {
  if (group === "path") {
    return Object.fromEntries(path.map(({ parameter, value }) => [parameter.name, value]));
  }
  return group === "body"
    ? bodyValue(model, operation, shape)
    : objectValue(model, operation, group, shape);
}

/** The parameters of one place; an example of the document where it fits. */
function objectValue(model: Model, operation: Operation, place: string, shape: Shape): unknown {
  const examples = model.documentation?.operations.get(operation.name)?.parameters;
  const least = leastValue(model, shape, { name: "", parents: [] });
  if (typeof least !== "object" || least === null) return {};
  const entries = Object.entries(least).map(([name, value]): [string, unknown] => {
    const shown = examples?.get(`${place} ${name}`);
    const property = member(shape.properties, name) as Shape | undefined;
    const isShown = shown !== undefined && property !== undefined && fits(model, property, shown);
    return [name, isShown ? shown : value];
  });
  return Object.fromEntries(entries);
}

function bodyValue(model: Model, { name, params }: Operation, whole: Shape): unknown {
  const [first] = params?.bodies?.contents ?? [];
  const shape = first?.shape ?? whole;
  const mediaType = first?.body.mediaType ?? params?.body?.mediaType ?? "";
  const body = model.documentation?.operations.get(name)?.body;
  const shown = body?.examples.get(mediaType)?.find(({ value }) => fits(model, shape, value));
  if (shown !== undefined) return shown.value;
  const value = leastValue(model, shape, { name: "", parents: [] });
  return value === ENDLESS ? {} : value;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** The params with one path to expand, wherever the parameter belongs. */
function withPaths({ params }: Operation, value: unknown): unknown {
  if (params?.expand !== true || params.expandParameter === undefined) return undefined;
  const { name } = params.expandParameter;
  const given = typeof value === "object" && value !== null ? value : {};
  if (params.placement !== "grouped") return { ...given, [name]: [PATH] };
  const group = ["query", "body"].find(
    (one) => member(member(member(params.shape.properties, one), "properties"), name) !== undefined,
  );
  if (group === undefined) return undefined;
  const inner = member(given, group);
  const own = typeof inner === "object" && inner !== null ? inner : {};
  return { ...given, [group]: { ...own, [name]: [PATH] } };
}
