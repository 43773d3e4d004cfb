import type { Operation, PathParameter } from "./index.js";

/** The path parameters that the function takes by position: none where calls are grouped. */
export function positional({ params, pathParameters }: Operation): readonly PathParameter[] {
  return params?.groups.includes("path") === true ? [] : pathParameters;
}
