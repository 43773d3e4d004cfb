/**
 * The path that a request has. OpenAPI wants templates of paths alone ("Paths Object", "Path Templating"); documents tell
 * operations at one path apart by a query or a fragment behind it.
 */
import { type ModelContext, warn } from "../context/index.js";
import type { DocumentOperation } from "../api/document-operation.js";
import type { FoundParameter } from "./parameters.js";

/** The path template without a fragment, and without what query parameters say by themselves: `?q={q}`. */
export function requestPath(
  context: ModelContext,
  place: DocumentOperation,
  parameters: readonly FoundParameter[],
): string {
  const [, path = "", query, fragment] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(place.path) ?? [];
  if (fragment !== undefined) warnFragment(context, place, fragment);
  if (query === undefined) return path;
  warnQuery(context, place, query);
  const names = parameters.flatMap(({ parameter }) =>
    parameter.in === "query" ? [parameter.name] : [],
  );
  const pairs = query
    .split("&")
    .filter((pair) => pair !== "" && !names.some((name) => pair.endsWith(`={${name}}`)))
    .map((pair) => pair.replaceAll("?", "%3F"));
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

function warnFragment(context: ModelContext, place: DocumentOperation, fragment: string): void {
  warn(context, {
    code: "path-with-fragment",
    message: `the path ${place.path} has a fragment, which no request has`,
    pointer: pathPointer(place),
    hint: `${JSON.stringify(fragment)} is not sent. It tells this operation from others at the same path by name alone.`,
  });
}

function warnQuery(context: ModelContext, place: DocumentOperation, query: string): void {
  warn(context, {
    code: "path-with-query",
    message: `the path ${place.path} has a query`,
    pointer: pathPointer(place),
    hint: `${JSON.stringify(query)} is sent before the query parameters. Describe it as parameters, which have types.`,
  });
}

function pathPointer({ pointer }: DocumentOperation): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}
