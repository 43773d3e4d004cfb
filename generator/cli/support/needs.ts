/** What the output needs and the project around it has not: told after a run, with the command that installs it. */
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Lock file → how its package manager adds a package. */
const MANAGERS = new Map([
  ["package-lock.json", "npm i"],
  ["pnpm-lock.yaml", "pnpm add"],
  ["yarn.lock", "yarn add"],
  ["bun.lock", "bun add"],
  ["bun.lockb", "bun add"],
]);

/**
 * The line that says which packages an import from `folder` does not find, or finds by chance alone, as no
 * `package.json` asks for them; undefined where there are none.
 *
 * @example needsLine("/project/client", ["openapi-fetch"]); // "The client needs openapi-fetch: npm i openapi-fetch"
 */
export function needsLine(folder: string, packages: readonly string[]): string | undefined {
  const above = foldersAbove(folder);
  // Yarn's Plug'n'Play has packages in no folder.
  if (above.some((one) => existsSync(join(one, ".pnp.cjs")))) return undefined;
  const declared = above.flatMap(declaredIn);
  const isKnown = (name: string): boolean => declared.length === 0 || declared.includes(name);
  // One that is there for another package's sake, such as Unfold's, may be gone where the program runs.
  const missing = packages.filter(
    (name) => !isKnown(name) || !above.some((one) => hasPackage(one, name)),
  );
  if (missing.length === 0) return undefined;
  const names = missing.join(" ");
  return `The client needs ${missing.join(" and ")}: ${addCommand(above)} ${names}`;
}

/** As Node looks for what a module imports: in the `node_modules` of each folder above, but not of `node_modules` itself. */
function hasPackage(folder: string, name: string): boolean {
  const isModules = basename(folder) === "node_modules";
  return !isModules && existsSync(join(folder, "node_modules", name, "package.json"));
}

const KINDS = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

/** The packages that the folder's `package.json` asks for; none where it has none, or one that cannot be read. */
function declaredIn(folder: string): readonly string[] {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return KINDS.flatMap((kind) => Object.keys(Object(Reflect.get(Object(manifest), kind))));
  } catch {
    return [];
  }
}

function addCommand(above: readonly string[]): string {
  for (const folder of above)
    for (const [lock, command] of MANAGERS) if (existsSync(join(folder, lock))) return command;
  return "npm i";
}

/** The folder itself first, the root of the disk last. */
function foldersAbove(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)];
}
