/**
 * `npm run test:types:full`: every valid path and every near miss, on both compilers.
 * Takes minutes; `npm test` runs a fixed sample of the same suite.
 */
import { type Compiler, compilers } from "../../support/types/compile.js";
import { stage } from "../../support/types/staged.js";
import { runSuite } from "./suite.js";

const staged = await stage();
try {
  for (const compiler of Object.keys(compilers) as Compiler[]) {
    const started = performance.now();
    const { valid, invalid, failures } = await runSuite(compiler, staged.entry, { every: 1 });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    for (const failure of failures.slice(0, 50)) console.error(failure);
    console.log(
      `TypeScript ${compiler}: ${String(valid)} valid paths, ${String(invalid)} near misses, ` +
        `${String(failures.length)} failures, ${seconds} s`,
    );
    if (failures.length > 0) process.exitCode = 1;
  }
} finally {
  staged.remove();
}
