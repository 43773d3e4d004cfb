/** What a schema accepts, its type accepts; what it refuses, the type refuses where a type can tell. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { COMPILERS, typecheck } from "../../support/typecheck.js";
import { createWorkshop, type Workshop } from "../../support/workshop.js";
import { sampleProgram } from "./program.js";

const SEED = Number(process.env["VALUES_SEED"] ?? 7);
const SCHEMAS = Number(process.env["VALUES_SCHEMAS"] ?? 100);

let workshop: Workshop;
beforeAll(async () => {
  workshop = await createWorkshop();
});
afterAll(() => workshop.remove());

it("samples values and near misses", async () => {
  const { document, check, values, misses } = sampleProgram(SEED, SCHEMAS);
  expect(values).toBeGreaterThan(SCHEMAS);
  expect(misses).toBeGreaterThan(SCHEMAS / 2);
  const folder = join(workshop.path, "values");
  await mkdir(folder);
  await writeFile(join(folder, "openapi.json"), JSON.stringify(document));
  await workshop.generate("values", folder);
  await writeFile(join(folder, "check.ts"), check);
});

it.each(COMPILERS)("agrees with the validator under TypeScript %s", async (compiler) => {
  const problems = (await typecheck(compiler, [workshop.path])).split("\n");
  expect(problems.filter((line) => line.includes("error") && !isExcess(line))).toEqual([]);
});

/**
 * A schema is open where it does not say otherwise, a type is closed to literals: with what one member of a union lists,
 * a value may still be of another.
 */
function isExcess(line: string): boolean {
  return line.includes("error TS2353");
}
