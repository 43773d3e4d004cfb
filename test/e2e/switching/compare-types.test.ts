/** What the comparison finds, in two small packages. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/typecheck.js";
import { type Comparison, compareTypes } from "./compare-types.js";

/** Members of a type in both packages, and what differs: `.a` is the property `a`. */
const CASES: readonly (readonly [theirs: string, ours: string, differences: readonly string[]])[] =
  [
    ["a: string", "a: string", []],
    ["a: string", "", [".a: missing"]],
    ["", "a: string", []],
    ["a: string", "a?: string", [".a: optional"]],
    ["a?: string", "a: string", [".a: not optional"]],
    ["a: string | null", "a: string", [".a: not null"]],
    ["a: string", "a: string | null", [".a: null"]],
    ["a: number", "a: string", [".a: not number", ".a: string"]],
    ["a: number", "a: number | Date", []],
    ["a: string | { id: string }", "a: string", []],
    ["a: { b: string }", "a: {}", [".a.b: missing"]],
    ["a: { b: string }[]", "a: { b?: string }[]", [".a.b: optional"]],
    [
      "a: { [key: string]: string }",
      "a: { [key: string]: null }",
      [".a[]: not string", ".a[]: null"],
    ],
    ["a: { b: string }", "a: { b?: string } | { b: string }", []],
    [
      'a: { object: "b"; c: string } | { object: "d"; e: string }',
      'a: { object: "b"; c: string; e: string } | { object: "d" }',
      [".a.e: missing"],
    ],
  ];

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let found: Comparison;
beforeAll(async () => {
  folder = await temporaryFolder();
  const theirs = CASES.map(([members], n) => `interface X${n} { ${members} }`);
  const ours = CASES.map(([, members], n) => `interface X${n} { ${members} }`);
  const from = await declare("from", [
    ...theirs,
    "interface XParams { a: string | { id: string } }",
    "namespace X0 { type Y = 1 }",
  ]);
  const to = await declare("to", [...ours, "interface XParams { a: string }", "type More = 1"]);
  found = compareTypes(from, to);
});
afterAll(() => folder.remove());

async function declare(name: string, members: readonly string[]): Promise<string> {
  const text = `declare class A {}\ndeclare namespace A { ${members.join("\n")} }\nexport default A;`;
  await writeFile(join(folder.path, `${name}.d.ts`), text);
  return join(folder.path, `${name}.js`);
}

describe("properties", () => {
  it.each(CASES)("{ %s } and { %s }", (theirs, ours, differences) => {
    const n = CASES.findIndex(([a, b]) => a === theirs && b === ours);
    const own = found.properties.filter((name) => name.startsWith(`X${n}.`));
    expect(own).toEqual(differences.map((name) => `X${n}${name}`));
  });

  it("in parameters, an object is not what an id may become", () => {
    expect(found.properties).toContain("XParams.a: not object");
  });
});

it("types", () => {
  expect(found.missing).toEqual(["X0.Y"]);
  expect(found.types).toBe(CASES.length + 2);
});
