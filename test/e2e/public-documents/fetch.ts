/** Fetches packages with npm, once, into a folder that no one commits. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Source } from "./sources.js";

const run = promisify(execFile);
const FOLDER = fileURLToPath(new URL("../../../node_modules/.tmp/documents", import.meta.url));

/** Absolute paths of the documents of a package, in order. */
export async function fetchDocuments({ name, version, files }: Source): Promise<string[]> {
  const folder = join(FOLDER, `${name.replaceAll("/", "-")}-${version}`);
  if (!existsSync(folder)) await fetchPackage(`${name}@${version}`, folder);
  const paths = await readdir(folder, { recursive: true });
  return paths
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => files.test(path))
    .sort()
    .map((path) => join(folder, path));
}

async function fetchPackage(specifier: string, folder: string): Promise<void> {
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const { stdout } = await run("npm", ["pack", specifier, "--json", "--pack-destination", partial]);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await run("tar", ["-xzf", join(partial, filename), "-C", partial, "--strip-components=1"]);
  await rename(partial, folder);
}
