import { expect, test } from "vitest";
import { sample, tryDocuments } from "./documents/batch.js";
import { TARGETS } from "./targets.js";

test("no document brings down the generator, and what it makes compiles", async () => {
  const { failures, generated } = await tryDocuments(sample(20, 15));
  expect(failures).toEqual([]);
  expect(generated).toBeGreaterThan(8);
});

test.each(Object.entries(TARGETS))("no call goes astray: %s", async (_, fuzz) => {
  expect(await fuzz(20, 40)).toEqual([]);
});
