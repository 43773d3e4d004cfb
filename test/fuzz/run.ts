/** `npm run test:fuzz -- [--seed N] [--runs N] [--whole]`: random documents through the whole pipeline, in batches. `whole` does not shrink failures. */
import { parseArgs } from "node:util";
import { sample, tryDocuments } from "./batch.js";
import { kindOf, shrink } from "./shrink.js";

const BATCH = 100;

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    whole: { type: "boolean", default: false },
    runs: { type: "string", default: "1000" },
  },
});
const start = Number(values.seed ?? Date.now() % 1_000_000);
const runs = Number(values.runs);
const seen = new Set<string>();
const refused = new Map<string, number>();
let generated = 0;
for (let done = 0; done < runs; done += BATCH) {
  const seed = start + done / BATCH;
  const outcome = await tryDocuments(sample(seed, Math.min(BATCH, runs - done)));
  generated += outcome.generated;
  for (const [code, times] of outcome.refused) refused.set(code, (refused.get(code) ?? 0) + times);
  console.log(`seed ${seed}: ${outcome.generated} generated, ${outcome.failures.length} failed`);
  for (const failure of outcome.failures) {
    const kind = kindOf(failure.what);
    if (seen.has(kind)) continue;
    seen.add(kind);
    console.log(`\n${failure.what}`);
    if (values.whole) continue;
    const { document, what } = await shrink(failure);
    console.log(`\n${what}\n${JSON.stringify(document, null, 1)}\n`);
  }
}
console.log(`${generated} of ${runs} documents generated; refused:`, Object.fromEntries(refused));
process.exitCode = seen.size === 0 ? 0 : 1;
