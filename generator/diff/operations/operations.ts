/** Changes between the operations of two models. */
import type { Model, Operation } from "../../model/types/index.js";
import { child } from "../../openapi/pointer.js";
import { compareResponses } from "./responses.js";
import { allAt, type Change, change, type Spot } from "../rules/change.js";
import { compareProse } from "../rules/prose.js";
import { comparePathStyle } from "./encoding.js";
import { compareParams } from "./params.js";
import { compareShapes } from "../shapes/shapes.js";
import type { View, Views } from "../shapes/view.js";

export function compareOperations(before: Model, after: Model, views: Views): Change[] {
  const pairs = matchOperations(before.operations, after.operations);
  return pairs.flatMap(([old, now]) => {
    if (old !== undefined && now !== undefined) return compareOperation(old, now, views);
    if (now !== undefined) return [change("operation-added", spotOf(now), undefined, route(now))];
    return old === undefined ? [] : [change("operation-removed", spotOf(old), route(old))];
  });
}

export type Pair = readonly [old: Operation | undefined, now: Operation | undefined];

/** By method and path; what is left, by operationId. */
export function matchOperations(before: readonly Operation[], after: readonly Operation[]): Pair[] {
  const byRoute = new Map(after.map((operation) => [templateOf(operation), operation]));
  const byId = new Map(after.map((operation) => [operation.operationId, operation]));
  const routes = new Set(before.map(templateOf));
  const taken = new Set<Operation>();
  const pairs = before.map((old): Pair => {
    const moved = byId.get(old.operationId);
    const free = moved !== undefined && !routes.has(templateOf(moved)) ? moved : undefined;
    const now = byRoute.get(templateOf(old)) ?? free;
    if (now !== undefined) taken.add(now);
    return [old, now];
  });
  return [...pairs, ...after.filter((now) => !taken.has(now)).map((now): Pair => [undefined, now])];
}

/** Method and path, whatever the variables are called: their names are not sent. */
function templateOf({ method, path }: Operation): string {
  return `${method} ${path.replace(/\{[^{}]*\}/g, "{}")}`;
}

function route({ method, path }: Operation): string {
  return `${method} ${path}`;
}

export function spotOf({ method, path, name }: Operation): Spot {
  return { pointer: `${child("/paths", path)}/${method.toLowerCase()}`, symbol: name };
}

function compareOperation(old: Operation, now: Operation, views: Views): Change[] {
  const spot = spotOf(now);
  const changes: Change[] = [];
  if (old.name !== now.name) changes.push(change("operation-renamed", spot, old.name, now.name));
  if (templateOf(old) !== templateOf(now)) {
    changes.push(change("operation-moved", spot, route(old), route(now)));
  }
  if (old.server !== now.server) {
    changes.push(change("server-changed", spot, old.server, now.server));
  }
  if (JSON.stringify(old.requires) !== JSON.stringify(now.requires)) {
    changes.push(change("security-changed", spot, old.requires, now.requires));
  }
  if (!old.deprecated && now.deprecated) changes.push(change("deprecated", spot));
  const isNoLonger = old.deprecated && !now.deprecated;
  if (isNoLonger) changes.push(change("docs-changed", spot, "deprecated"));
  return [
    ...changes,
    ...compareProse(old.summary, now.summary, spot),
    ...compareProse(old.description, now.description, spot),
    ...comparePath(old, now, views.request, spot),
    ...compareParams(old, now, views.request, spot),
    ...compareResponses(old, now, views.response, spot),
  ];
}

/** The function takes them by position: their names do not matter, their number does. */
function comparePath(old: Operation, now: Operation, view: View, spot: Spot): Change[] {
  const olds = old.pathParameters;
  const news = now.pathParameters;
  if (olds.length !== news.length) {
    const names = (list: typeof olds) => list.map(({ name }) => name);
    return [change("path-parameters-changed", spot, names(olds), names(news))];
  }
  return olds.flatMap((parameter, n) => {
    const after = news[n];
    if (after === undefined) return [];
    const at = {
      pointer: `${spot.pointer}/parameters`,
      symbol: `${spot.symbol}(${after.identifier})`,
    };
    return [
      ...comparePathStyle(parameter, after, view, at),
      ...allAt(at.pointer, compareShapes(parameter.shape, after.shape, view, at)),
    ];
  });
}
