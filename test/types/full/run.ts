/**
 * `npm run test:types:full`: every valid path and every near miss, on both compilers.
 * Takes minutes; `npm test` runs a fixed sample of the same suite.
 */
import { type Compiler, compilers } from "./compile.js";
import { runSuite } from "./suite.js";
import { entry } from "../entry.js";

let failed = false;
for (const compiler of Object.keys(compilers) as Compiler[]) {
  const started = performance.now();
  const { valid, invalid, failures } = await runSuite(compiler, entry, { every: 1 });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  for (const failure of failures.slice(0, 50)) console.error(failure);
  console.log(
    `TypeScript ${compiler}: ${String(valid)} valid paths, ${String(invalid)} near misses, ` +
      `${String(failures.length)} failures, ${seconds} s`,
  );
  failed ||= failures.length > 0;
}
process.exitCode = failed ? 1 : 0;
