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

interface Manifest {
  readonly exports: Readonly<
    Record<string, string | { readonly import: { readonly types: string } }>
  >;
}

const OPERATIONS = "OPERATIONS.md";

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
    await writeFile(file, path === OPERATIONS ? linkedToDeclarations(text) : text);
  }
  await writeLicence(folder, info, cwd);
  await compilePackage(folder, entriesOf(output.get("package.json")));
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

/** A client links to its sources, which stay at home. */
function linkedToDeclarations(text: string): string {
  return text.replace(/\]\(src\/operations\/[^)]*\)/g, "](dist/cjs/operations/index.d.ts)");
}

/** The modules that programs can name, as `operations/index`. */
function entriesOf(manifest = "{}"): string[] {
  const { exports }: Manifest = JSON.parse(manifest);
  return Object.values(exports).flatMap((entry) =>
    typeof entry === "string" ? [] : entry.import.types.replace(/^\.\/dist\/esm\/|\.d\.ts$/g, ""),
  );
}
