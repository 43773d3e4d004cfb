/**
 * `npm run bench:types`: what the compiler takes for a consumer of the generated package, beside
 * the same program with stripe@23.1.0. Ratios are medians of rounds in which both take turns, so
 * that a busy machine slows both alike. Rounds: first argument, 5 by default.
 */
import { type Compiler, compilers } from "../support/types/compile.js";
import { type Consumer, manyCalls, oneCall } from "../support/types/consumers.js";
import { type Measurement, measure } from "../support/types/measure.js";
import { stage } from "../support/types/staged.js";

interface Goal {
  readonly floor: number;
  readonly goal: number;
}

/** Of the processor time on 5.9, as a ratio; from the design. */
const scenarios: readonly (readonly [name: string, consumer: Consumer, cpu: Goal])[] = [
  ["one call", oneCall, { floor: 0.75, goal: 0.5 }],
  ["200 calls", manyCalls(200), { floor: 1.1, goal: 0.8 }],
];

const rounds = Number(process.argv[2] ?? 5);
const staged = await stage();
try {
  console.log("| consumer | tsc | | @unfold/stripe | stripe@23.1.0 | ratio | floor | goal |");
  console.log("|---|---|---|---|---|---|---|---|");
  for (const [name, consumer, goal] of scenarios) {
    staged.write("ours.ts", consumer.ours);
    staged.write("theirs.ts", consumer.theirs);
    for (const compiler of Object.keys(compilers) as Compiler[]) {
      const ours: Measurement[] = [];
      const theirs: Measurement[] = [];
      for (let round = 0; round < rounds; round++) {
        ours.push(await measure(compiler, staged, "ours.ts"));
        theirs.push(await measure(compiler, staged, "theirs.ts"));
      }
      const row = (label: string, key: keyof Measurement, digits: number, goals?: Goal): void => {
        const [a, b] = [median(ours, key), median(theirs, key)];
        const cells = [name, compiler, label, a.toFixed(digits), b.toFixed(digits)];
        const bounds = goals === undefined ? ["", ""] : [`≤ ${goals.floor}`, `≤ ${goals.goal}`];
        console.log(`| ${[...cells, (a / b).toFixed(2), ...bounds].join(" | ")} |`);
      };
      row("CPU s", "cpu", 2, compiler === "5.9" ? goal : undefined);
      row("memory MB", "memory", 0);
      row("instantiations", "instantiations", 0);
    }
  }
} finally {
  staged.remove();
}

function median(all: readonly Measurement[], key: keyof Measurement): number {
  const sorted = all.map((each) => each[key]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
