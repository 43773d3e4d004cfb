/** What makes the output a package: `package.json` and a README. */
import type { PackageInfo } from "../../config/index.js";
import type { Model } from "../../model/types/index.js";
import type { TextDescription } from "../code/file.js";
import { readme } from "./readme.js";
import type { EmitSettings } from "../names/settings.js";
import { TESTING } from "../testing/index.js";

/** Entry points of the package: subpath → module. */
const ENTRIES = { ".": "index", "./client": "client", "./operations": "operations/index" };

export function emitPackage(
  model: Model,
  info: PackageInfo,
  settings: EmitSettings,
): TextDescription[] {
  const { examples, openapiFetch, raw } = settings;
  const entries = {
    ...ENTRIES,
    ...(raw ? { "./raw": "raw" } : {}),
    ...(examples === undefined ? {} : { "./testing": TESTING }),
  };
  return [
    { kind: "text", path: "package.json", text: packageJson(info, entries, openapiFetch) },
    { kind: "text", path: "README.md", text: readme(model, info, settings.readme) },
  ];
}

/** `openapiFetch`: the range of the client's one dependency. */
function packageJson(
  info: PackageInfo,
  entries: Readonly<Record<string, string>>,
  openapiFetch: string,
): string {
  const { name, version, description, license } = info;
  const exported = Object.entries(entries).map(([subpath, module]) => [
    subpath,
    conditions(module),
  ]);
  // `main`, `types` and `typesVersions` are for tools that do not read `exports`.
  const root = conditions(entries["."] ?? "index").require;
  const manifest = {
    name,
    version,
    description,
    license,
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19.0" },
    files: ["dist", "src", "NOTICE"],
    main: root.default,
    types: root.types,
    typesVersions: { "*": typesVersions(entries) },
    exports: { ...Object.fromEntries(exported), "./package.json": "./package.json" },
    dependencies: { "openapi-fetch": openapiFetch },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** ES modules for who imports, CommonJS for who requires, each with declarations of its own kind. */
function conditions(module: string) {
  const of = (format: string) => ({
    types: `./dist/${format}/${module}.d.ts`,
    default: `./dist/${format}/${module}.js`,
  });
  return { import: of("esm"), require: of("cjs") };
}

function typesVersions(entries: Readonly<Record<string, string>>): Record<string, string[]> {
  const subpaths = Object.entries(entries).filter(([subpath]) => subpath !== ".");
  return Object.fromEntries(
    subpaths.map(([subpath, module]) => [subpath.slice(2), [conditions(module).require.types]]),
  );
}
