/** Declaration files that take others in. What a name means must stay what it was. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeDeclarations } from "../../../generator/pack/merge.js";
import { exportsOf, type Files, GLOBALS } from "./exports.js";

function merge(files: Files, globals: Readonly<Record<string, readonly string[]>> = {}): Files {
  const named = (module: string): ReadonlySet<string> => new Set(globals[module]);
  return Object.fromEntries(mergeDeclarations(new Map(Object.entries(files)), named));
}

const STARS = `export * from "./a.js";\nexport * from "./b.js";\n`;
const A = "export interface A {\n    b: B;\n}\n";
const B = "export interface B {\n    a: string;\n}\n";

describe("a module that exports all of its neighbours", () => {
  it("takes them in, and their imports of each other go", () => {
    const files = {
      "pets/index": STARS,
      "pets/a": `import type { B } from "./b.js";\nimport type { C } from "../c.js";\n${A}export type D = C;\n`,
      "pets/b": B,
      c: `import type { A as Other } from "./pets/a.js";\nexport type C = Other;\n`,
    };
    expect(merge(files)).toEqual({
      "pets/index": `import type { C } from "../c.js";\n${A}export type D = C;\n${B}`,
      c: `import type { A as Other } from "./pets/index.js";\nexport type C = Other;\n`,
    });
  });

  it("has the types apart from the functions, with their comments", () => {
    const call = "/** Calls. */\nexport declare function call(a: A): B;\n";
    const files = {
      "pets/index": STARS,
      "pets/a": `import type { B } from "./b.js";\n/** A. */\n${A}${call}`,
      "pets/b": B,
      c: `export { type A, call as say } from "./pets/a.js";\nexport type C = import("./pets/a.js").A;\n`,
    };
    expect(merge(files)).toEqual({
      "pets/index": `import type { A, B } from "./types.js";\n${call}export type * from "./types.js";\n`,
      "pets/types": `/** A. */\n${A}${B}`,
      c: `export { type A } from "./pets/types.js";\nexport { call as say } from "./pets/index.js";\nexport type C = import("./pets/types.js").A;\n`,
    });
  });
});

describe("neighbours stay apart where", () => {
  const taken = { "pets/index": STARS, "pets/a": A, "pets/b": B };
  it.each<[why: string, files: Files]>([
    ["two declare one name", { ...taken, "pets/b": "export interface A {}\n" }],
    [
      "a name is that of another module's",
      { ...taken, "pets/b": `import type { A } from "../c.js";\nexport type B = A;\n` },
    ],
    [
      "one calls the other's by another name",
      { ...taken, "pets/b": `import type { A as B } from "./a.js";\nexport type C = B;\n` },
    ],
    [
      "one has all of another",
      { ...taken, "pets/b": `import type * as a from "./a.js";\nexport type B = a.A;\n` },
    ],
    ["somebody wants all of one", { ...taken, c: `export * from "./pets/a.js";\n` }],
    ["somebody has all of one", { ...taken, c: `import * as a from "./pets/a.js";\n` }],
    [
      "a value is exported as a type",
      {
        ...taken,
        "pets/index": STARS.replaceAll("export", "export type"),
        "pets/a": "export declare class A {}\n",
      },
    ],
    ["there are too few", { ...taken, "pets/index": STARS.slice(STARS.indexOf("\n") + 1) }],
    ["they are the package itself", { index: STARS, a: A, b: B }],
  ])("%s", (_, files) => {
    expect(Object.keys(merge(files))).toEqual(Object.keys(files));
  });

  it("a name would hide that of the platform", () => {
    const files = { ...taken, "pets/b": "export interface Event {}\n" };
    expect(Object.keys(merge(files, { "pets/a": ["Event"] }))).toEqual(Object.keys(files));
    expect(Object.keys(merge(files))).toEqual(["pets/index"]);
  });
});

/** Some of them are names of the platform, too, whose objects have a `type`. */
const NAMES = ["A", "B", "Event", "Response"];
const ROOTS = ["pets/index", "other"];
const MODULES = ["pets/a", "pets/b", "pets/c", "other"];

interface Use {
  readonly name: string;
  /** The module that it is imported from, if it is. */
  readonly from: string | undefined;
  readonly alias: string | undefined;
}

const use = fc.record<Use>({
  name: fc.constantFrom(...NAMES),
  from: fc.option(fc.constantFrom(...MODULES), { nil: undefined }),
  alias: fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
});
const modules = fc.record(
  Object.fromEntries(
    MODULES.map((module) => [
      module,
      fc.record({
        declared: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
        uses: fc.array(use, { maxLength: 3 }),
        isCalled: fc.boolean(),
      }),
    ]),
  ),
);

describe("whatever modules say of each other", () => {
  it("each name that is exported has the type that it had", () => {
    let merged = 0;
    const property = fc.property(modules, (given) => {
      const files: Record<string, string> = { "pets/index": "" };
      const globals: Record<string, string[]> = {};
      for (const [module, { declared, uses, isCalled }] of Object.entries(given)) {
        const known = new Set(declared);
        const lines: string[] = [];
        const types: string[] = [];
        for (const { name, from, alias } of uses) {
          const local = alias ?? name;
          const isImported = from !== undefined && given[from]?.declared.includes(name);
          if (isImported && from !== module && !known.has(local)) {
            known.add(local);
            const path = from === "other" ? "../other.js" : `./${from.slice(5)}.js`;
            const there = module === "other" ? `./${from}.js` : path;
            lines.push(`import type { ${name} as ${local} } from "${there}";`);
          } else if (!known.has(local) && !GLOBALS.has(local)) continue;
          else if (!known.has(local)) (globals[module] ??= []).push(local);
          types.push(`${local}["type"]`);
        }
        const id = module.replace("/", "_");
        lines.push(...declared.map((name) => `export interface ${name} { type: "${id} ${name}" }`));
        lines.push(`export type ${id} = [${types.join(", ")}];`);
        if (isCalled) lines.push(`export declare function ${id}_f(given: ${id}): ${id};`);
        files[module] = `${lines.join("\n")}\n`;
        if (module !== "other") files["pets/index"] += `export * from "./${module.slice(5)}.js";\n`;
      }
      const after = merge(files, globals);
      if (!("pets/a" in after)) merged++;
      expect(exportsOf(after, ROOTS)).toEqual(exportsOf(files, ROOTS));
    });
    fc.assert(property, { numRuns: 40 });
    expect(merged).toBeGreaterThan(0);
  });
});
