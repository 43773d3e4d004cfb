import { expect, test } from "vitest";
import { sample, tryDocuments } from "./batch.js";

test("no document brings down the generator, and what it makes compiles", async () => {
  const { failures, generated } = await tryDocuments(sample(20, 15));
  expect(failures).toEqual([]);
  expect(generated).toBeGreaterThan(8);
});
