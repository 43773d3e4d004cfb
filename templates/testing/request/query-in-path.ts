/** The query of a path template: documents tell operations at one path apart by it. */
import type { Pair } from "./fields.js";

export interface QueryInPath {
  /** What a request must have: `method=find`. */
  readonly fixed: readonly Pair[];
  /** Name of each variable, by the name before it. */
  readonly variables: readonly (readonly [name: string, variable: string])[];
}

export function queryInPath(search: string): QueryInPath {
  const pairs = [...new URLSearchParams(search)];
  const isVariable = (value: string): boolean => /^\{[^{}]+\}$/.test(value);
  return {
    fixed: pairs.filter(([, value]) => !isVariable(value)),
    variables: pairs
      .filter(([, value]) => isVariable(value))
      .map(([name, value]) => [name, value.slice(1, -1)]),
  };
}

export function hasFixed({ fixed }: QueryInPath, query: URLSearchParams): boolean {
  return fixed.every(([name, value]) => query.getAll(name).some((text) => text === value));
}

/**
 * Takes the path's part out of a query.
 *
 * @param isParameter - tells of a variable whether it is a path parameter; else the query parameter has its value
 */
export function takeOut(
  { fixed, variables }: QueryInPath,
  query: URLSearchParams,
  isParameter: (variable: string) => boolean,
): { readonly path: readonly [string, string][]; readonly query: readonly Pair[] } {
  const own = variables.filter(([, variable]) => isParameter(variable));
  return {
    path: own.map(([name, variable]) => [variable, query.get(name) ?? ""]),
    query: [...query].filter(
      ([name, value]) =>
        !own.some(([given]) => given === name) &&
        !fixed.some(([given, text]) => given === name && text === value),
    ),
  };
}
