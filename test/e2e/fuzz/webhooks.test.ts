import { expect, test } from "vitest";
import { fuzz, tally } from "./webhooks.js";

test("both forms agree with each other and with both versions of the official SDK", async () => {
  expect(await fuzz(1, 2_000)).toEqual([]);
});

test("the samples are accepted and refused, each often enough", async () => {
  const counts = await tally(1, 2_000);
  expect([...counts.values()].every((count) => count >= 5)).toBe(true);
  expect(counts.get("accepted")).toBeGreaterThan(100);
  expect(counts.size).toBe(10);
});
