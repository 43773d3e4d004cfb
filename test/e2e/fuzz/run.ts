/**
 * `npm run test:fuzz -- [--seed N] [--runs N] [--only documents|ids|errors|webhooks] [--whole]`: random documents through
 * the whole pipeline, in batches, and random calls. `whole` does not shrink documents that fail.
 */
import { parseArgs } from "node:util";
import { sample, tryDocuments } from "./documents/batch.js";
import { kindOf, shrink } from "./documents/shrink.js";
import { TARGETS } from "./targets.js";

const BATCH = 100;
const NAMES = ["documents", ...Object.keys(TARGETS)];

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    only: { type: "string" },
    whole: { type: "boolean", default: false },
    runs: { type: "string", default: "1000" },
  },
});
const { only } = values;
if (only !== undefined && !NAMES.includes(only))
  throw new Error(`--only ${only}: must be one of ${NAMES.join(", ")}`);
const start = Number(values.seed ?? Date.now() % 1_000_000);
const runs = Number(values.runs);
let failed = 0;
if ((only ?? "documents") === "documents") failed += await fuzzDocuments();
for (const [name, fuzz] of Object.entries(TARGETS)) {
  if ((only ?? name) !== name) continue;
  const failures = await fuzz(start, runs);
  console.log(`${name}, seed ${start}: ${runs} runs each, ${failures.length} failed`);
  for (const failure of failures) console.log(`\n${failure}`);
  failed += failures.length;
}
process.exitCode = failed === 0 ? 0 : 1;

/** How many kinds of failure there are. */
async function fuzzDocuments(): Promise<number> {
  const seen = new Set<string>();
  const refused = new Map<string, number>();
  let generated = 0;
  for (let done = 0; done < runs; done += BATCH) {
    const seed = start + done / BATCH;
    const outcome = await tryDocuments(sample(seed, Math.min(BATCH, runs - done)));
    generated += outcome.generated;
    for (const [code, times] of outcome.refused)
      refused.set(code, (refused.get(code) ?? 0) + times);
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
  return seen.size;
}
