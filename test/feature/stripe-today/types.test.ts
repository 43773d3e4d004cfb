import { afterAll, expect, it } from "vitest";
import { COMPILERS, typecheck } from "../../support/typecheck.js";
import { makeToday } from "./client.js";

const made = await makeToday(["types.ts"]);
afterAll(() => made.remove());

it.each(COMPILERS)("compiles, and types what is asked for (TypeScript %s)", async (compiler) => {
  expect(await typecheck(compiler, [made.folder])).toBe("");
  const exact = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
  expect(await typecheck(compiler, [made.folder], exact)).toBe("");
});

it("has nothing to warn of", () => {
  expect(made.warnings).toEqual([]);
});
