/** What makes the output a package: `package.json` and a README, which a folder of sources has as well. */
import type { Model, Package } from "../../model/types/index.js";
import type { TextDescription } from "../code/file.js";
import { TESTING } from "../testing/index.js";
import { OPERATIONS, operationsText } from "./operations.js";
import { folderReadme, readme } from "./readme.js";

/** Entry points of the package: subpath → module. */
const ENTRIES = { ".": "index", "./client": "client", "./operations": "operations/index" };

export function emitPackage(model: Model): TextDescription[] {
  const { package: info, raw, testing } = model.output;
  if (info === undefined) return folderReadme(model);
  const entries = {
    ...ENTRIES,
    ...(raw ? { "./raw": "raw" } : {}),
    ...(testing ? { "./testing": TESTING } : {}),
  };
  return [
    { kind: "text", path: "package.json", text: packageJson(info, entries) },
    { kind: "text", path: "README.md", text: readme(model, info) },
    { kind: "text", path: OPERATIONS, text: operationsText(model, info) },
  ];
}

function packageJson(info: Package, entries: Readonly<Record<string, string>>): string {
  const { name, version, description, license, reference, dependencies } = info;
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
    ...(reference === undefined ? {} : { homepage: reference }),
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19.0" },
    files: ["dist", "NOTICE", OPERATIONS],
    main: root.default,
    types: root.types,
    typesVersions: { "*": typesVersions(entries) },
    exports: { ...Object.fromEntries(exported), "./package.json": "./package.json" },
    dependencies,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** ES modules for who imports, CommonJS for who requires; the declarations of the former are those of the latter. */
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
