/** What makes the output a package: `package.json` and a README. */
import type { PackageInfo } from "../config.js";
import type { Model } from "../model/types.js";
import type { TextDescription } from "./file.js";
import { readme } from "./readme.js";

/** Entry points of the package: subpath → module. */
const ENTRIES = { ".": "index", "./client": "client", "./operations": "operations/index" } as const;

/** `openapiFetch`: the range of the client's one dependency. */
export function emitPackage(
  model: Model,
  info: PackageInfo,
  openapiFetch: string,
): TextDescription[] {
  return [
    { kind: "text", path: "package.json", text: packageJson(info, openapiFetch) },
    { kind: "text", path: "README.md", text: readme(model, info) },
  ];
}

function packageJson(info: PackageInfo, openapiFetch: string): string {
  const { name, version, description, license } = info;
  const exported = Object.entries(ENTRIES).map(([subpath, module]) => [
    subpath,
    { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` },
  ]);
  const manifest = {
    name,
    version,
    description,
    license,
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19.0" },
    files: ["dist", "src"],
    exports: { ...Object.fromEntries(exported), "./package.json": "./package.json" },
    dependencies: { "openapi-fetch": openapiFetch },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
