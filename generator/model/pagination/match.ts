/** Whether an operation fits a rule. */
import type { PaginationRule, PropertyPath } from "../../config/index.js";
import type { Operation, Pagination, Shape } from "../types/index.js";
import { allowsNull, itemsOf, propertiesOf, type Schemas, shapeAt } from "./shapes.js";

/** How the rule pages the operation; undefined where the operation does not fit it. */
export function match(
  rule: PaginationRule,
  operation: Operation,
  schemas: Schemas,
): Pagination | undefined {
  const { method, response, responses, redirects } = operation;
  if (method !== "GET" || response.kind !== "json" || responses !== undefined) return undefined;
  // What comes without a body, or may be a primitive, is no page.
  if (!response.isObject || response.mayBeEmpty || redirects !== undefined) return undefined;
  const { shape } = response;
  const items = rule.items === undefined ? onlyArray(schemas, shape) : pathOf(rule.items);
  const list = items && shapeAt(schemas, shape, items);
  const item = list && itemsOf(schemas, list);
  if (items === undefined || item === undefined) return undefined;
  const has = (path: PropertyPath): boolean => shapeAt(schemas, shape, pathOf(path)) !== undefined;
  if (rule.more !== undefined && !has(rule.more)) return undefined;
  if ("next" in rule && !has(rule.next)) return undefined;
  if ("parameter" in rule && !queryNames(operation).includes(rule.parameter)) return undefined;
  const nextOf = (path: PropertyPath): { next: readonly string[]; end: null | "" } => {
    const next = shapeAt(schemas, shape, pathOf(path));
    return { next: pathOf(path), end: next !== undefined && allowsNull(next) ? null : "" };
  };
  const more = rule.more === undefined ? {} : { more: pathOf(rule.more) };
  const page = { items, ...more, item };
  switch (rule.kind) {
    case "cursor":
      return { kind: rule.kind, ...page, ...nextOf(rule.next), parameter: rule.parameter };
    case "url":
      return { kind: rule.kind, ...page, ...nextOf(rule.next) };
    case "link":
      return { kind: rule.kind, ...page };
    case "page": {
      const first = rule.first === undefined ? {} : { first: rule.first };
      return { kind: rule.kind, ...page, parameter: rule.parameter, ...first };
    }
    case "offset":
      return { kind: rule.kind, ...page, parameter: rule.parameter };
  }
}

function pathOf(path: PropertyPath): readonly string[] {
  return typeof path === "string" ? path.split(".") : path;
}

/** The names of the query parameters. */
export function queryNames({ params }: Operation): readonly string[] {
  if (params?.groups.includes("query") !== true) return [];
  const { placement, shape } = params;
  const query = placement === "grouped" ? shape.properties?.["query"] : shape;
  return Object.keys(query?.properties ?? {});
}

/** The path of the array where there is one alone: the response itself, or a property. */
function onlyArray(schemas: Schemas, shape: Shape): readonly string[] | undefined {
  if (itemsOf(schemas, shape) !== undefined) return [];
  const arrays = [...propertiesOf(schemas, shape)].filter(
    ([, property]) => itemsOf(schemas, property) !== undefined,
  );
  return arrays.length === 1 ? arrays.map(([name]) => name) : undefined;
}
