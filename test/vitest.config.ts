import { fileURLToPath } from "node:url";
import {
  defineConfig,
  type TestProjectInlineConfiguration,
  type ViteUserConfig,
} from "vitest/config";

/** What both runs share. */
export const shared = {
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    globalSetup: ["test/support/global-setup.ts"],
    setupFiles: ["test/support/no-colours.ts"],
    // One for each core of the smallest machine; by default one core stays idle.
    maxWorkers: 2,
  },
} satisfies ViteUserConfig;

// No test fails because the machine is busy.
const patient = { testTimeout: 0, hookTimeout: 0 };

/** Rooms whose tests replace what the platform has, such as `process` or `fetch`. */
export const REPLACING = "test/unit/{runtime,stripe}/**/*.test.ts";
const ALSO_REPLACING = "test/feature/testing/msw.test.ts";

export function suite(name: string, test: TestProjectInlineConfiguration["test"]) {
  return { extends: true, test: { name, ...patient, ...test } } as const;
}

/** The tests of `npm test`. Compilers and printers are loaded once for many files, which halves the time. */
export const quick = [
  suite("client", { include: [REPLACING, ALSO_REPLACING] }),
  suite("generator", {
    include: ["test/{unit,feature}/**/*.test.ts"],
    exclude: [REPLACING, ALSO_REPLACING],
    isolate: false,
  }),
];

/** `npm test`: what takes at most two minutes on two cores. */
export default defineConfig({
  ...shared,
  test: { ...shared.test, projects: quick, env: { TEST_COMPILERS: "7.0" } },
});
