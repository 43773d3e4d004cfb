import { defineConfig } from "vitest/config";
import { ALONE, CLIENT, quick, shared, suite } from "./vitest.config.js";

/** The first part of `npm run test:all`: every test, those of `npm test` by both compilers. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    // More random values and documents than there is time for in `npm test`.
    env: {
      WIRE_RUNS: process.env["WIRE_RUNS"] ?? "24",
      FORM_RUNS: process.env["FORM_RUNS"] ?? "60",
    },
    projects: [
      ...quick,
      // What the others try over Node's transport.
      suite("client over fetch", {
        include: [CLIENT, "test/feature/wire/sdk/**/*.test.ts"],
        exclude: ["test/unit/runtime/node/**", ...ALONE],
        isolate: false,
        env: { TRANSPORT: "fetch" },
      }),
      suite("e2e", {
        include: ["test/e2e/**/*.test.ts"],
        globalSetup: ["test/e2e/compile.ts"],
      }),
      suite("types", {
        include: [],
        // Compiled by TypeScript 5.9 here, by 7.0 in test/feature/types/compilers.test.ts.
        typecheck: {
          enabled: true,
          include: ["test/feature/types/**/*.test-d.ts"],
          tsconfig: "test/feature/types/tsconfig.json",
        },
      }),
    ],
  },
});
