import { defineConfig } from "vitest/config";
import { shared } from "./vitest.config.js";

/** The first part of `npm run test:all`: every test, those of `npm test` as well. */
export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: ["test/{unit,feature,e2e}/**/*.test.ts"],
    // The type tests, compiled by TypeScript 5.9. By 7.0: test/feature/types/compilers.test.ts.
    typecheck: {
      enabled: true,
      include: ["test/feature/types/**/*.test-d.ts"],
      tsconfig: "test/feature/types/tsconfig.json",
    },
  },
});
