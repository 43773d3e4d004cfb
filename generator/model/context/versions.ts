/** Versions of an API that stand beside the others, as the dialect names them. */
import { parsePointer } from "../../openapi/pointer.js";
import type { ModelContext } from "./index.js";

type Versioned = Pick<ModelContext, "dialect">;

/** The version that a path begins with: `v2` of `/v2/core/accounts`. */
export function versionOf({ dialect }: Versioned, path: string): string | undefined {
  return dialect?.versions?.find((version) => path.startsWith(`/${version}/`));
}

/** Whether what a JSON pointer leads to is of such a version: under a path of it, or a schema with its name in front. */
export function isOfVersion({ dialect }: Versioned, pointer: string): boolean {
  const { versions = [] } = dialect ?? {};
  if (versions.length === 0) return false;
  const [holder, first = "", second = ""] = parsePointer(pointer) ?? [];
  const name = holder === "paths" ? first.slice(1) : second;
  return versions.some(
    (version) =>
      name.startsWith(version) && !/^\w/.test(name.slice(version.length).replace("_", ".")),
  );
}
