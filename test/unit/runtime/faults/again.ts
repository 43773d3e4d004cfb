/** Runs the fault suite again and again, `npm run test:faults [-- times]`: 20 times unless told. */
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";

const times = Number(process.argv[2] ?? 20);
if (!Number.isInteger(times) || times < 1) throw new Error("How many times?");

const FILES = ["test/unit/runtime/faults"];

let failures = 0;
for (let n = 1; n <= times; n++) {
  const start = performance.now();
  const vitest = await startVitest("test", FILES, {
    config: false,
    root: fileURLToPath(new URL("../../../..", import.meta.url)),
    reporters: [["default", { summary: false }]],
    silent: true,
    testTimeout: 0,
    watch: false,
  });
  const modules = vitest.state.getTestModules();
  const passed = modules.length > 0 && modules.every((module) => module.ok());
  await vitest.close();
  if (!passed) failures++;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${n} of ${times}: ${passed ? "passed" : "FAILED"} in ${seconds} s`);
}
console.log(`${times - failures} of ${times} runs passed`);
process.exitCode = failures > 0 ? 1 : 0;
