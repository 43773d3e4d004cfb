/**
 * Builds the publishable package of a project.
 * Generates with the document's own descriptions, compiles to ES modules and CommonJS, and leaves one tarball in `dist/`.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "../run/build.js";
import type { PackageInfo, Project } from "../config/index.js";
import { UnfoldError } from "../support/diagnostic.js";
import { clientDependencies, installedFolder } from "../support/package-root.js";
import { readRegularText } from "../support/regular-file.js";
import type { RunOptions } from "../support/run-options.js";
import { compilePackage } from "./compile.js";

interface Manifest {
  readonly exports: Readonly<
    Record<string, string | { readonly import: { readonly types: string } }>
  >;
}

const OPERATIONS = "OPERATIONS.md";

const run = promisify(execFile);

/**
 * Packs the project's client; the tarball's absolute path. `onStep` is told of each of its phases.
 *
 * @throws UnfoldError where the project is not a package, its document is not usable, or the package does not compile
 */
export async function packProject(project: Project, options: RunOptions): Promise<string> {
  const { cwd, onStep } = options;
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
  onStep?.("generating the client, with the document's descriptions");
  const { output } = await build(
    { ...project, docs: "full" },
    { ...options, onStep: () => undefined },
  );
  for (const [path, text] of output) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, path === OPERATIONS ? linkedToDeclarations(text) : text);
  }
  await writeLicence(folder, info, cwd);
  onStep?.(`compiling ${output.size} files to ES modules and CommonJS`);
  await linkDependencies(folder);
  await compilePackage(folder, entriesOf(output.get("package.json")));
  onStep?.("packing");
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", dist], {
    cwd: folder,
  });
  const [packed]: readonly { readonly filename: string }[] = JSON.parse(stdout);
  return join(dist, packed?.filename ?? "");
}

/** What the client imports is found by the compiler wherever Unfold is installed. npm packs no `node_modules`. */
async function linkDependencies(folder: string): Promise<void> {
  const modules = join(folder, "node_modules");
  await mkdir(modules);
  for (const name of clientDependencies) {
    await symlink(installedFolder(name), join(modules, name), "junction");
  }
}

/** The licence that lies beside the configuration, and the notice of the document that the descriptions are from. */
async function writeLicence(folder: string, { notice }: PackageInfo, cwd: string): Promise<void> {
  const licence = resolve(cwd, "LICENSE");
  if (existsSync(licence)) await cp(licence, join(folder, "LICENSE"));
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
