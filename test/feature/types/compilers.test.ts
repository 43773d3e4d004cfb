import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compile } from "../../support/types/compile.js";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Vitest's typecheck compiles the `*.test-d.ts` with 5.9. */
test("the type tests hold with the native compiler", async () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".test-d.ts"))
    .map((name) => join(folder, name));
  expect(files.length).toBeGreaterThan(5);
  const config = mkdtempSync(join(tmpdir(), "unfold-native-"));
  try {
    expect((await compile("7.0", config, files)).output).toBe("");
  } finally {
    rmSync(config, { recursive: true });
  }
});
