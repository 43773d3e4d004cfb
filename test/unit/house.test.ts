/** The house: which room may import which, as each room's README says. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Rooms of the generator that every other one may import from. */
const OPEN = ["generator/support", "generator/openapi"];

/** Rooms of a client → rooms they may import from. The module that the generator replaces, `stripe/api`, is none's. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  "runtime/support": [],
  "runtime/encode": ["runtime/support"],
  "runtime/response": ["runtime/encode", "runtime/support"],
  "runtime/call": ["runtime/encode", "runtime/response", "runtime/support"],
  "runtime/node": ["runtime/call", "runtime/encode", "runtime/response", "runtime/support"],
  "runtime/errors": ["runtime/call", "runtime/response"],
  "runtime/send": [
    "runtime/call",
    "runtime/encode",
    "runtime/node",
    "runtime/response",
    "runtime/support",
  ],
  runtime: [
    "runtime/call",
    "runtime/encode",
    "runtime/errors",
    "runtime/response",
    "runtime/send",
    "runtime/support",
  ],
  "runtime/lists": ["runtime", "runtime/call", "runtime/errors", "runtime/response"],
  "stripe/errors": ["runtime/call", "runtime/errors", "runtime/response"],
  "stripe/http": ["runtime", "runtime/encode", "runtime/node", "runtime/response", "runtime/send"],
  "stripe/options": ["runtime", "runtime/encode", "stripe/http"],
  "stripe/webhooks": ["stripe/errors"],
  stripe: [
    "runtime",
    "runtime/call",
    "runtime/encode",
    "runtime/send",
    "stripe/errors",
    "stripe/http",
    "stripe/options",
    "stripe/webhooks",
  ],
  // What only the second version does: its modules stand in for those of the same name.
  "stripe/v2/errors": ["runtime/call", "runtime/response", "stripe/errors"],
  "stripe/v2": [
    "runtime",
    "runtime/call",
    "runtime/encode",
    "stripe",
    "stripe/errors",
    "stripe/options",
    "stripe/v2/errors",
    "stripe/webhooks",
  ],
  expand: [],
  "testing/document": [],
  "testing/request": ["testing/document"],
  "testing/respond": ["testing/document", "testing/request"],
  testing: ["runtime", "testing/document", "testing/request", "testing/respond"],
};

/** What a dialect reads of its own document: the generator replaces it. */
const REPLACED = "templates/stripe/api.ts";

/** Room → rooms it may import from, besides itself and the open ones. */
const MAY_IMPORT: ReadonlyMap<string, readonly string[]> = new Map([
  ...foldersOf("generator").map((room) => [room, allowedBy(room)] as const),
  ...Object.entries(TEMPLATES).map(
    ([room, allowed]) => [`templates/${room}`, allowed.map((name) => `templates/${name}`)] as const,
  ),
]);

/** What stands in a room's README under `May import`. */
function allowedBy(room: string): readonly string[] {
  const [, list] = /^- \*\*May import:\*\* (.+)$/m.exec(readmeOf(room)) ?? [];
  return [...(list ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) =>
    // Of templates, the types alone: they are compiled where they are copied to.
    name.startsWith("templates/") ? name : `generator/${name}`,
  );
}

function readmeOf(room: string): string {
  const file = resolve(ROOT, room, "README.md");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** A folder and all folders inside of it. */
function foldersOf(folder: string): string[] {
  const inside = readdirSync(resolve(ROOT, folder), { withFileTypes: true });
  return [
    folder,
    ...inside
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => foldersOf(posix.join(folder, name))),
  ];
}

/** What rooms may import of npm and of Node; a room that is not listed may import any. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  "templates/runtime": /^openapi-fetch$/,
  "templates/stripe": /^openapi-fetch$/,
  "templates/expand": /^$/,
  "templates/testing": /^$/,
  "generator/model": /^pluralize$/,
};

interface Import {
  readonly from: string;
  readonly to: string;
  /** It loads the module at once: neither of types alone, nor late. */
  readonly loads: boolean;
}

const files = ["generator", "templates"].flatMap((folder) =>
  readdirSync(resolve(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => posix.join(folder, name.replaceAll("\\", "/"))),
);
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(resolve(ROOT, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const add = (specifier: ts.Expression, loads: boolean) => {
    if (!ts.isStringLiteral(specifier)) return;
    const to = specifier.text.startsWith(".")
      ? sourceOf(posix.join(dirname(file), specifier.text))
      : specifier.text;
    found.push({ from: file, to, loads });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, !isTypeOnlyImport(node));
    if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.moduleSpecifier, !node.isTypeOnly);
    // `import("…")`: what is loaded late.
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      for (const argument of node.arguments) add(argument, false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function sourceOf(module: string): string {
  const file = module.replace(/\.js$/, ".ts");
  return existsSync(resolve(ROOT, `${file}x`)) ? `${file}x` : file;
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

function isIn(file: string, room: string): boolean {
  return file === room || file.startsWith(`${room}/`);
}

describe("the house", () => {
  it.each(foldersOf("generator"))("says what comes in and goes out of %s", (room) => {
    const readme = readmeOf(room);
    for (const what of ["In", "Out", "Knows nothing of", "May import"])
      expect(readme).toMatch(new RegExp(`^- \\*\\*${what}:\\*\\* \\S`, "m"));
    expect(allowedBy(room).filter((name) => !MAY_IMPORT.has(name))).toEqual([]);
  });

  it("has no file at the root of the generator but its entry", () => {
    expect(files.filter((file) => dirname(file) === "generator")).toEqual(["generator/index.ts"]);
  });

  it("keeps a dozen files in a room at most", () => {
    const full = [...MAY_IMPORT.keys()].filter(
      (room) => files.filter((file) => dirname(file) === room).length > 12,
    );
    expect(full).toEqual([]);
  });

  it("lets rooms import only what they may", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [room, target] = [dirname(from), dirname(to)];
      if (!files.includes(to) || target === room || OPEN.includes(target)) return false;
      if (to === REPLACED) return false;
      return !MAY_IMPORT.get(room)?.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it("allows nothing that no file needs", () => {
    const unused = [...MAY_IMPORT].flatMap(([room, allowed]) =>
      allowed
        .filter(
          (target) =>
            !imports.some(({ from, to }) => dirname(from) === room && dirname(to) === target),
        )
        .map((target) => `${room} → ${target}`),
    );
    expect(unused).toEqual([]);
  });

  it("has arrows in one direction only", () => {
    expect(cycle([...MAY_IMPORT.keys()], (room) => MAY_IMPORT.get(room) ?? [])).toBeUndefined();
  });

  it("keeps packages out of rooms that must run without them", () => {
    const wrong = imports.filter(({ from, to }) => {
      const room = Object.keys(PACKAGES).find((name) => isIn(from, name));
      return room !== undefined && !files.includes(to) && !PACKAGES[room]?.test(to);
    });
    expect(wrong).toEqual([]);
  });

  it("takes types alone from templates", () => {
    const values = imports.filter(
      ({ from, to, loads }) => isIn(from, "generator") && isIn(to, "templates") && loads,
    );
    expect(values).toEqual([]);
  });

  it("lets write see no more of the model's neighbours than the types of file descriptions", () => {
    const values = imports.filter(
      ({ from, to, loads }) => isIn(from, "generator/write") && isIn(to, "generator/emit") && loads,
    );
    expect(values).toEqual([]);
  });

  it("loads compilers and printers only once there is work for them", () => {
    const reached = new Set(["generator/cli/command-line.ts"]);
    for (const file of reached)
      for (const { from, to, loads } of imports) if (loads && from === file) reached.add(to);
    const heavy =
      /^(?:typescript|ts-morph|prettier|openapi-|oxc-|@prettier|yaml$)|support\/compilers\.ts$/;
    expect([...reached].filter((name) => heavy.test(name))).toEqual([]);
  });

  it("has no cycle of value imports", () => {
    const values = imports.filter(({ loads }) => loads);
    const next = (file: string) => values.filter(({ from }) => from === file).map(({ to }) => to);
    expect(cycle(files, next)).toBeUndefined();
  });
});

describe("the tests", () => {
  const testFiles = readdirSync(resolve(ROOT, "test"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => posix.join("test", name.replaceAll("\\", "/")));

  it("stand in folders that say what runs them", () => {
    const folders = new Set(testFiles.map((file) => file.split("/").slice(1, -1)[0] ?? "."));
    expect([...folders].sort()).toEqual([".", "bench", "e2e", "feature", "support", "unit"]);
    const tests = testFiles.filter((file) => /\.test(?:-d)?\.ts$/.test(file));
    expect(tests.filter((file) => !/^test\/(?:unit|feature|e2e)\//.test(file))).toEqual([]);
  });

  it("of one room stand in a folder of its name", () => {
    const rooms = ["generator", "templates"].flatMap((folder) =>
      foldersOf(folder).map((room) => room.slice(folder.length + 1).split("/")[0]),
    );
    const inRooms = testFiles.filter((file) => /^test\/unit\/[^/]+\//.test(file));
    const names = new Set(inRooms.map((file) => file.split("/")[2]));
    expect([...names].filter((name) => !rooms.includes(name))).toEqual([]);
  });

  it("keep a dozen files in a folder at most", () => {
    const folders = [...new Set(testFiles.map((file) => dirname(file)))];
    const full = folders.filter(
      (folder) => testFiles.filter((file) => dirname(file) === folder).length > 12,
    );
    expect(full).toEqual([]);
  });
});

/** The first path that comes back to where it started. */
function cycle(
  starts: readonly string[],
  next: (name: string) => readonly string[],
): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const target of next(name)) {
      const found = visit(target, [...path, name]);
      if (found !== undefined) return found;
    }
    done.add(name);
    return undefined;
  };
  for (const start of starts) {
    const found = visit(start, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
