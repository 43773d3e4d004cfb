import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Compiler, compilers } from "../../support/types/compile.js";
import { manyCalls, oneCall } from "../../support/types/consumers.js";
import { measure } from "../../support/types/measure.js";
import { type Staged, stage } from "../../support/types/staged.js";

/**
 * Type instantiations that a consumer may cost. Counts do not depend on the machine: a test that
 * fails here has made every user's compiler slower. Set a tenth above what was measured.
 */
const budgets = { one: 1_150, many: 106_000 };

let staged: Staged;
beforeAll(async () => {
  staged = await stage();
  staged.write("one.ts", oneCall.ours);
  staged.write("many.ts", manyCalls(200).ours);
});
afterAll(() => {
  staged.remove();
});

describe.each(Object.keys(compilers) as Compiler[])("TypeScript %s", (compiler) => {
  test("one call", async () => {
    const { instantiations } = await measure(compiler, staged, "one.ts");
    expect(instantiations).toBeLessThanOrEqual(budgets.one);
  });

  test("200 calls, none like another", async () => {
    const { instantiations } = await measure(compiler, staged, "many.ts");
    expect(instantiations).toBeLessThanOrEqual(budgets.many);
  });
});
