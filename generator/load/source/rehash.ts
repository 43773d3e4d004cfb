import { dirname, resolve } from "node:path";
import { type Input, Inputs } from "./inputs.js";
import { readPackageFile } from "./npm.js";
import { isUrl } from "./source.js";

/**
 * Whether every input still has the content it had, without parsing any of it.
 * A remote one counts as changed: only fetching it could tell.
 */
export async function areUnchanged(
  inputs: readonly Pick<Input, "path" | "sha256">[],
  cwd: string,
): Promise<boolean> {
  const files = new Inputs(cwd);
  const pin = inputs.find(({ path }) => !path.startsWith("npm:"))?.path ?? "";
  const near = dirname(resolve(cwd, pin));
  const checks = inputs.map(async ({ path, sha256 }) => {
    if (isUrl(path)) return false;
    const bytes = path.startsWith("npm:")
      ? readPackageFile(path, near, files)
      : files.bytes(resolve(cwd, path));
    return (await bytes).sha256 === sha256;
  });
  return (await Promise.all(checks.map((check) => check.catch(() => false)))).every(Boolean);
}
