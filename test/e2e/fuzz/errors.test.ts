import { expect, test } from "vitest";
import { fuzz } from "./errors.js";

test("a call ends in its result or in an error of ours, which shows no secret", async () => {
  expect(await fuzz(13, 150)).toEqual([]);
});
