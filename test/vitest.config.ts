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
    globalSetup: ["test/support/run-folder.ts"],
    setupFiles: ["test/support/no-colours.ts"],
    // One for each core of the smallest machine; by default one core stays idle.
    maxWorkers: 2,
  },
} satisfies ViteUserConfig;

// No test fails because the machine is busy.
const patient = { testTimeout: 0, hookTimeout: 0 };

/** Tests of what runs in a client. They share no process with the generator's libraries, some of which change it. */
export const CLIENT = "test/unit/{runtime,stripe}/**/*.test.ts";
/** Tests that leave their process changed: each has one of its own. */
export const ALONE = [
  "test/unit/stripe/webhooks/platforms.test.ts",
  "test/feature/testing/msw.test.ts",
];

export function suite(name: string, test: TestProjectInlineConfiguration["test"]) {
  return { extends: true, test: { name, ...patient, ...test } } as const;
}

/**
 * The tests of `npm test`. A process loads modules once for many files of a suite; a group each, because it would end
 * where the next file belongs to another suite.
 */
export const quick = [
  suite("client", {
    include: [CLIENT],
    exclude: ALONE,
    isolate: false,
    sequence: { groupOrder: 1 },
  }),
  suite("generator", {
    include: ["test/{unit,feature}/**/*.test.ts"],
    exclude: [CLIENT, ...ALONE],
    isolate: false,
    sequence: { groupOrder: 2 },
  }),
  suite("alone", { include: ALONE }),
];

/** `npm test`: what takes at most two minutes on two cores. */
export default defineConfig({
  ...shared,
  test: { ...shared.test, projects: quick, env: { TEST_COMPILERS: "7.0" } },
});
