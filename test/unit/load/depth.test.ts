import { expect, test } from "vitest";
import { load } from "../../../generator/load/index.js";
import { diagnosticOf, folder } from "./folder.js";

function nested(open: string, depth: number, close: string): string {
  return open.repeat(depth) + close.repeat(depth);
}

const schemas = (schema: string): string =>
  `{"openapi":"3.1.0","components":{"schemas":{"A":${schema}}}}`;

// Deeper than any stack, at each place where something recurses.
test.each([
  ["data", "a.json", `{"openapi":"3.1.0","x-a":${nested("[", 100_000, "]")}}`],
  ["schemas", "a.json", schemas(`${'{"not":'.repeat(50_000)}true${"}".repeat(50_000)}`)],
  ["identifiers", "a.json", schemas(`{"$id":"a","x-a":${nested("[", 100_000, "]")}}`)],
  ["YAML", "a.yaml", `openapi: 3.1.0\nx-a: ${nested("[", 20_000, "]")}\n`],
])("%s that are too deep are one diagnostic", async (_, name, text) => {
  const { code, location } = await diagnosticOf(load(name, { cwd: folder({ [name]: text }) }));
  expect(code).toBe("too-deep");
  expect(location?.file).toBe(name);
});

test("a copy of something too deep is one diagnostic", async () => {
  const cwd = folder({
    "a.json": `{"openapi":"3.1.0","x-a":{},"x-b":{"c":${nested("[", 100_000, "]")}}}`,
    "b.json": { overlay: "1.1.0", actions: [{ target: "$['x-a']", copy: "$['x-b']" }] },
  });
  const { code } = await diagnosticOf(load("a.json", { cwd, overlays: ["b.json"] }));
  expect(code).toBe("too-deep");
});
