/** The modules that are written without prettier must look as if it had written them. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check } from "prettier";
import { expect, it } from "vitest";

const SOURCES = new URL("../../../generated/src/", import.meta.url);

function filesIn(folder: string): string[] {
  return readdirSync(new URL(folder, SOURCES)).map((file) => folder + file);
}

it("is prettier's", async () => {
  const files = [
    ...filesIn("names/"),
    ...filesIn("operations/"),
    ...filesIn("resources/"),
    ...filesIn("schemas/"),
    // The others of that folder are larger, and of the same kind.
    "testing/functions.ts",
    "testing/document/kinds.ts",
    "class.ts",
    "expand/map.ts",
    "raw.ts",
  ];
  expect(files.length).toBeGreaterThan(100);
  const wrong: string[] = [];
  for (const file of files) {
    const filepath = fileURLToPath(new URL(file, SOURCES));
    const text = readFileSync(filepath, "utf8");
    if (!(await check(text, { filepath, printWidth: 100 }))) wrong.push(file);
  }
  expect(wrong).toEqual([]);
});
