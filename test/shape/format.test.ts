/** The modules of type names are written without prettier: they must look as if it had written them. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check } from "prettier";
import { expect, it } from "vitest";

const NAMES = new URL("../../generated/src/names/", import.meta.url);

it("is prettier's", async () => {
  const files = readdirSync(NAMES);
  expect(files.length).toBeGreaterThan(50);
  const wrong: string[] = [];
  for (const file of files) {
    const filepath = fileURLToPath(new URL(file, NAMES));
    const text = readFileSync(filepath, "utf8");
    if (!(await check(text, { filepath, printWidth: 100 }))) wrong.push(file);
  }
  expect(wrong).toEqual([]);
});
