import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Compiler, compilers } from "../../support/types/compile.js";
import { runSuite } from "./suite.js";
import { type Staged, stage } from "../../support/types/staged.js";

/** Every n-th check of the generated suite; `npm run test:types:full` makes them all. */
const EVERY = 50;

let staged: Staged;
beforeAll(async () => {
  staged = await stage();
});
afterAll(() => {
  staged.remove();
});

describe.each(Object.keys(compilers) as Compiler[])("TypeScript %s", (compiler) => {
  test("a sample of all valid paths and near misses", async () => {
    const { valid, invalid, failures } = await runSuite(compiler, staged.entry, { every: EVERY });
    expect(failures).toEqual([]);
    expect(valid).toBeGreaterThan(400);
    expect(invalid).toBeGreaterThan(1_200);
  });
});
