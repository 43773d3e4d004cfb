/** What is said beside a resource: the document itself has no words for it. */
import { commentCode } from "../code/encode.js";

/** The segments that all paths begin with. */
export function commonPath(paths: readonly string[]): readonly string[] {
  const [first = [], ...rest] = paths.map((path) => path.split("/"));
  return rest.reduce<readonly string[]>((common, path) => {
    const end = common.findIndex((segment, at) => segment !== path[at]);
    return end === -1 ? common : common.slice(0, end);
  }, first);
}

/** A line has room for this many paths. */
const PATHS = 4;

/**
 * The path that all operations below a resource begin with; several where that is no more than `shared`, which those
 * of all resources begin with: `/v1/accounts`, `/v1/account`.
 */
export function resourceLines(paths: readonly string[], shared: readonly string[]): string[] {
  const common = commonPath(paths);
  const several = common.length > shared.length ? [common] : branches(paths, shared.length);
  const codes = several.slice(0, PATHS).map((path) => commentCode(path.join("/") || "/"));
  if (several.length > PATHS) codes.push("…");
  return codes.length === 0 ? [] : [codes.join(", ")];
}

/** What those paths have in common that have the same segment at `depth`. */
function branches(paths: readonly string[], depth: number): (readonly string[])[] {
  const groups = new Map<string | undefined, string[]>();
  for (const path of paths) {
    const segment = path.split("/")[depth];
    groups.set(segment, [...(groups.get(segment) ?? []), path]);
  }
  return Array.from(groups.values(), commonPath);
}
