import { basename, join, resolve } from "node:path";
import type { Project } from "./config.js";
import { packageRoot } from "./root.js";

/** The templates a project's output takes: name of the folder in its sources → absolute path. */
export function templateFolders(
  { dialect }: Project,
  cwd: string,
  expand: boolean,
): ReadonlyMap<string, string> {
  const own = join(packageRoot, "templates");
  const folders = new Map([["runtime", join(own, "runtime")]]);
  if (expand) folders.set("expand", join(own, "expand"));
  if (dialect !== undefined) {
    folders.set(basename(dialect.templates), resolve(cwd, dialect.templates));
  }
  return folders;
}
