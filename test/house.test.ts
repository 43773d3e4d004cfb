/** The house: which room may know which. Arrows run one way, and no value import runs in a circle. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Modules of `generator/` that belong to no room and that every room may use. */
const SHARED = [
  "canonical",
  "compilers",
  "config",
  "diagnostic",
  "hash",
  "openapi",
  "pointer",
  "reference",
  "root",
  "replace-files",
  "run-options",
].map((name) => `generator/${name}.ts`);

/** Room → rooms it may import from, besides itself and the shared modules. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "generator/load": [],
  "generator/symbols": ["generator/model"],
  "generator/model": [],
  "generator/examples": ["generator/model"],
  "generator/emit": ["generator/model", "generator/examples", "generator/symbols"],
  "generator/write": ["generator/emit", "generator/symbols"],
  "generator/check": ["generator/write"],
  "generator/diff": ["generator/model"],
  "generator/template-folders.ts": [],
  "generator/fingerprint.ts": [],
  "generator/config-schema.ts": ["generator/load"],
  "generator/config-place.ts": [],
  "generator/load-config.ts": [
    "generator/config-schema.ts",
    "generator/config-place.ts",
    "generator/load",
  ],
  "generator/read-model.ts": [
    "generator/load",
    "generator/model",
    "generator/symbols",
    "generator/template-folders.ts",
  ],
  "generator/build.ts": [
    "generator/load",
    "generator/model",
    "generator/read-model.ts",
    "generator/examples",
    "generator/emit",
    "generator/write",
    "generator/template-folders.ts",
  ],
  "generator/previous-model.ts": ["generator/model"],
  "generator/main.ts": [
    "generator/previous-model.ts",
    "generator/model",
    "generator/diff",
    "generator/load",
    "generator/write",
    "generator/build.ts",
    "generator/fingerprint.ts",
    "generator/template-folders.ts",
  ],
  "generator/pull": [
    "generator/load",
    "generator/model",
    "generator/diff",
    "generator/read-model.ts",
  ],
  "generator/pack": ["generator/build.ts"],
  "generator/index.ts": ["generator/main.ts"],
  "generator/cli": [
    "generator/main.ts",
    "generator/model",
    "generator/build.ts",
    "generator/load-config.ts",
    "generator/check",
    "generator/pack",
    "generator/diff",
    "generator/pull",
    "generator/read-model.ts",
  ],
  "templates/runtime": [],
  "templates/stripe": ["templates/runtime"],
  "templates/expand": [],
  "templates/testing": ["templates/runtime"],
};

/** What rooms may import of npm and of Node; a room that is not listed may import any. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  "templates/runtime": /^openapi-fetch$/,
  "templates/stripe": /^openapi-fetch$/,
  "templates/expand": /^$/,
  "templates/testing": /^$/,
  "generator/model": /^$/,
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = ["generator", "templates"].flatMap((folder) =>
  readdirSync(resolve(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => posix.join(folder, name.replaceAll("\\", "/"))),
);
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(resolve(ROOT, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    const typeOnly = ts.isImportDeclaration(statement)
      ? isTypeOnlyImport(statement)
      : statement.isTypeOnly;
    const { text: specifier } = moduleSpecifier;
    const to = specifier.startsWith(".")
      ? posix.join(dirname(file), specifier.replace(/\.js$/, ".ts"))
      : specifier;
    return [{ from: file, to, typeOnly }];
  });
}

function isTypeOnlyImport({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.isTypeOnly) return true;
  const { name, namedBindings } = importClause;
  if (name !== undefined || namedBindings === undefined) return false;
  return (
    ts.isNamedImports(namedBindings) && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

function roomOf(file: string): string {
  const room = Object.keys(MAY_IMPORT).find((name) => file === name || file.startsWith(`${name}/`));
  return room ?? file;
}

describe("the house", () => {
  it("has a rule for every file", () => {
    const strangers = files.filter(
      (file) => !SHARED.includes(file) && !(roomOf(file) in MAY_IMPORT),
    );
    expect(strangers).toEqual([]);
  });

  it("lets rooms import only what they may know", () => {
    const wrong = imports.filter(({ from, to }) => {
      const room = roomOf(from);
      const target = roomOf(to);
      if (!files.includes(to) || target === room || SHARED.includes(to)) return false;
      return SHARED.includes(from) || !MAY_IMPORT[room]?.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it("keeps packages out of rooms that must run without them", () => {
    const wrong = imports.filter(({ from, to }) => {
      const allowed = PACKAGES[roomOf(from)];
      return allowed !== undefined && !files.includes(to) && !allowed.test(to);
    });
    expect(wrong).toEqual([]);
  });

  it("lets write see no more of the model's neighbours than the types of file descriptions", () => {
    const values = imports.filter(
      ({ from, to, typeOnly }) =>
        roomOf(from) === "generator/write" && roomOf(to) === "generator/emit" && !typeOnly,
    );
    expect(values).toEqual([]);
  });

  it("has no circle of value imports", () => {
    expect(circle()).toBeUndefined();
  });
});

function circle(): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const { from, to, typeOnly } of imports) {
      if (from !== file || typeOnly) continue;
      const found = visit(to, [...path, file]);
      if (found !== undefined) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of files) {
    const found = visit(file, []);
    if (found !== undefined) return found.map((name) => relative(".", name));
  }
  return undefined;
}
