import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { UnfoldError } from "../../support/diagnostic.js";
import type { Bytes } from "./file.js";
import type { Inputs } from "./inputs.js";

interface PackageFile {
  readonly name: string;
  readonly version: string | undefined;
  readonly path: string;
}

/** Reads `npm:<package>[@<version>]/<file>` from the `node_modules` at or above `folder`. */
export function readPackageFile(spec: string, folder: string, inputs: Inputs): Bytes {
  const { name, version, path } = parseSpec(spec);
  const root = findPackage(name, folder);
  const wanted = version === undefined ? name : `${name}@${version}`;
  if (root === undefined) {
    throw new UnfoldError({
      code: "missing-package",
      message: `the package ${name} is not installed`,
      hint: `Install it: npm i -D -E ${wanted}`,
    });
  }
  const manifest = join(root, "package.json");
  const installed = installedVersion(manifest);
  if (version !== undefined && installed !== version) {
    throw new UnfoldError({
      code: "wrong-package-version",
      message: `${wanted} is asked for, but ${installed ?? "no version"} of it is installed`,
      location: { file: inputs.name(manifest), pointer: "/version" },
      hint: `Install it: npm i -D -E ${wanted}`,
    });
  }
  return inputs.bytes(inside(root, path, spec));
}

const SPEC = /^npm:((?:@[a-z0-9~._-]+\/)?[a-z0-9~._-]+)(?:@([^/@\s]+))?\/(.+)$/i;

function parseSpec(spec: string): PackageFile {
  const match = SPEC.exec(spec);
  const [, name, version, path] = match ?? [];
  if (name === undefined || path === undefined || /^\.+$/.test(name)) {
    throw new UnfoldError({
      code: "bad-source",
      message: `${spec} does not name a file of an npm package`,
      hint: "Write npm:<package>@<version>/<file>, for instance npm:@acme/api@1.2.3/openapi.json",
    });
  }
  return { name, version, path };
}

/** By folders, not by `require.resolve`: few packages export their `package.json` and documents. */
function findPackage(name: string, folder: string): string | undefined {
  for (let directory = folder; ; directory = dirname(directory)) {
    const root = join(directory, "node_modules", name);
    if (existsSync(join(root, "package.json"))) return root;
    if (dirname(directory) === directory) return undefined;
  }
}

function installedVersion(manifest: string): string | undefined {
  const content: unknown = JSON.parse(readFileSync(manifest, "utf8"));
  const version =
    typeof content === "object" && content !== null ? Reflect.get(content, "version") : undefined;
  return typeof version === "string" ? version : undefined;
}

function inside(root: string, path: string, spec: string): string {
  const file = resolve(root, path);
  if (file.startsWith(root + sep)) return file;
  throw new UnfoldError({
    code: "bad-source",
    message: `${spec} leads out of its package`,
    hint: "Name a file inside the package",
  });
}
