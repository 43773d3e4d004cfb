/**
 * Builds the publishable package of a project.
 * Generates with the document's own descriptions, compiles to ES modules and CommonJS, and leaves one tarball in `dist/`.
 */
import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "../run/build.js";
import type { PackageInfo, Project } from "../config/index.js";
import { UnfoldError } from "../support/diagnostic.js";
import { readRegularText } from "../support/regular-file.js";
import { compilePackage } from "./compile.js";

const run = promisify(execFile);

/** Packs the project's client; the tarball's absolute path. */
export async function packProject(project: Project, cwd: string): Promise<string> {
  const info = project.package;
  if (info === undefined) {
    throw new UnfoldError({
      code: "bad-config",
      message: `the project ${project.name} is not a package`,
      hint: "Give it a `package` in the configuration.",
    });
  }
  const dist = resolve(cwd, "dist");
  const folder = join(dist, project.name);
  await rm(folder, { recursive: true, force: true });
  const { output } = await build({ ...project, docs: "full" }, { cwd });
  for (const [path, text] of output) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await writeLicence(folder, info, cwd);
  await compilePackage(folder);
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", dist], {
    cwd: folder,
  });
  const [packed]: readonly { readonly filename: string }[] = JSON.parse(stdout);
  return join(dist, packed?.filename ?? "");
}

/** Our licence, and the notice of the document that the descriptions are from. */
async function writeLicence(folder: string, { notice }: PackageInfo, cwd: string): Promise<void> {
  await cp(resolve(cwd, "LICENSE"), join(folder, "LICENSE"));
  if (notice === undefined) return;
  await writeFile(join(folder, "NOTICE"), readRegularText(resolve(cwd, notice)));
}
