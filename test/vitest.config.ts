import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/** What both runs share. */
export const shared: ViteUserConfig = {
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    globalSetup: ["test/support/global-setup.ts"],
    // One for each core of the smallest machine; by default one core stays idle.
    maxWorkers: 2,
    // No test fails because the machine is busy.
    testTimeout: 0,
    hookTimeout: 0,
  },
};

/** `npm test`: what takes at most two minutes on two cores. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: ["test/{unit,feature}/**/*.test.ts"],
    env: { TEST_COMPILERS: "7.0" },
  },
});
