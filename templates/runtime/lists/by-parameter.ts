import type { Call } from "../call/request.js";
import type { PageOptions, Way } from "./pages.js";
import { type Path, valueAt } from "./value-at.js";

interface ParameterOptions extends PageOptions {
  /** The query parameter that says which page is meant. */
  readonly parameter: string;
}

/** A page holds what the parameter takes for the next one. */
export function byCursor({
  next,
  parameter,
  ...options
}: ParameterOptions & { readonly next: Path }): Way {
  return { ...options, next: (page) => valueAt(page, next), to: withQuery(parameter) };
}

/** The parameter takes the number of a page. */
export function byPage({
  parameter,
  first = 1,
  ...options
}: ParameterOptions & { readonly first?: number }): Way {
  return {
    ...options,
    next: (_, { call }) => valueOf(call, parameter, first) + 1,
    to: withQuery(parameter),
    counts: true,
  };
}

/** The parameter takes how many items stand before the page. */
export function byOffset({ parameter, ...options }: ParameterOptions): Way {
  return {
    ...options,
    next: (_, { call }, { length }) => valueOf(call, parameter, 0) + length,
    to: withQuery(parameter),
    counts: true,
  };
}

function valueOf({ query }: Call, parameter: string, byDefault: number): number {
  return Number(valueAt(query, [parameter]) ?? byDefault);
}

function withQuery(parameter: string): Way["to"] {
  return (call, cursor) => ({ ...call, query: { ...call.query, [parameter]: cursor } });
}
