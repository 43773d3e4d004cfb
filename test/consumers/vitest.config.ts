import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Every consumer of the tarball, and the examples that teams copy. Most of the time goes into installing. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["test/consumers/*.{test,consumers}.ts", "test/examples/*.workflow.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
