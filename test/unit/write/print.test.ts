import { expect, test } from "vitest";
import { Imports } from "../../../generator/emit/code/imports.js";
import { moduleOf } from "../../../generator/emit/code/module.js";
import { describe } from "../../../generator/emit/code/file.js";
import { StructureKind } from "../../../generator/support/compilers.js";
import { Symbols } from "../../../generator/symbols/index.js";
import { createPrinter } from "../../../generator/write/print.js";

test("a module is formatted the same, wherever it is cut", async () => {
  const symbols = new Symbols([]);
  const module = describe("a", {}, () => {
    const imports = new Imports("a", symbols);
    imports.type("A", "schemas/a");
    imports.type("B", "schemas/b");
    return moduleOf(imports, [
      { kind: StructureKind.ExportDeclaration, moduleSpecifier: "./b.js" },
      { kind: StructureKind.ExportDeclaration, moduleSpecifier: "./c.js" },
      "/** One. */\nexport type One={a:1}",
      {
        kind: StructureKind.TypeAlias,
        name: "Two",
        type: `A & { b: "${"b".repeat(90)}" }`,
        docs: ["Two."],
        isExported: true,
      },
      {
        kind: StructureKind.Function,
        name: "three",
        statements: ["return 3"],
        docs: ["\nThree.\n"],
      },
      "export const four = 4",
    ]);
  });
  const whole = await createPrinter(symbols).print(module);
  expect(whole.text.split("\n\n").length).toBeGreaterThan(5);
  for (const longest of [0, 30, 100, 150, 250, 400]) {
    expect(await createPrinter(symbols, longest).print(module)).toEqual(whole);
  }
});
