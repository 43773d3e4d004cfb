/**
 * `npm run bench:types`: what the compiler and an editor take for a consumer of the installed package, beside the same
 * program with stripe@23.1.0. Both are in a Node project, as nearly every one is: with `@types/node`, net of an empty
 * file. Ratios are medians of those of each round, in which all take turns, so that a busy machine slows all alike.
 * Rounds: first argument, 5 by default.
 */
import { join } from "node:path";
import { type Compiler, compilers } from "../support/types/compile.js";
import { asMethods, type Consumer, manyCalls, oneCall } from "../support/types/consumers.js";
import { type Measurement, measure } from "../support/types/measure.js";
import { stage } from "../support/types/staged.js";
import { hover } from "./start/hover.js";
import { median } from "./process.js";

interface Goal {
  readonly floor: number;
  readonly goal: number;
}

interface Taken {
  readonly cpu: number;
  readonly memory: number;
}

const OPTIONS = { types: ["node"] };

/** Of the processor time on 5.9, as a ratio; from the design. */
const scenarios: readonly (readonly [name: string, consumer: Consumer, cpu?: Goal])[] = [
  ["one call, the class", asMethods(oneCall), { floor: 0.7, goal: 0.5 }],
  ["one call, a function", oneCall],
  ["200 calls, functions", manyCalls(200), { floor: 1.1, goal: 0.8 }],
];

const rounds = Number(process.argv[2] ?? 5);
const staged = await stage();
try {
  staged.write("empty.ts", "export {};\n");
  console.log(
    "| consumer | | net of an empty file | @unfold/stripe | stripe@23.1.0 | ratio | floor | goal |",
  );
  console.log("|---|---|---|---|---|---|---|---|");
  for (const [name, consumer, goal] of scenarios) {
    staged.write("ours.ts", consumer.ours);
    staged.write("theirs.ts", consumer.theirs);
    for (const compiler of Object.keys(compilers) as Compiler[]) {
      const all = await take((file) => measure(compiler, staged, file, OPTIONS));
      const row = (label: string, key: keyof Measurement, goals?: Goal): void => {
        print([name, `tsc ${compiler}`, label], all, (one) => one[key], goals);
      };
      row("CPU s", "cpu", compiler === "5.9" ? goal : undefined);
      row("memory MB", "memory");
      row("instantiations", "instantiations");
    }
  }
  const compilerOptions = { ...OPTIONS, module: "nodenext", strict: true, skipLibCheck: true };
  const { ours, theirs } = asMethods(oneCall);
  staged.write("ours.ts", ours);
  staged.write("theirs.ts", theirs);
  const words = { "ours.ts": "expire", "theirs.ts": "expire", "empty.ts": "nothing" };
  staged.write("empty.ts", "export const nothing = 1;\n");
  const all = await take((file) => {
    staged.write("tsconfig.json", JSON.stringify({ compilerOptions, files: [file] }));
    const other = file === "theirs.ts" ? "stripe" : "@unfold/stripe";
    staged.write(
      "package.json",
      JSON.stringify({ type: "module", dependencies: file === "empty.ts" ? {} : { [other]: "*" } }),
    );
    return hover(join(staged.folder, file), words[file]);
  });
  const hovered = ["first hover", "tsserver 5.9"];
  print([...hovered, "CPU s, gross"], all, ({ cpu }) => cpu, { floor: 0.85, goal: 0.6 }, false);
  print([...hovered, "memory MB, gross"], all, ({ memory }) => memory, undefined, false);
} finally {
  staged.remove();
}

type File = "empty.ts" | "ours.ts" | "theirs.ts";

async function take<T extends Taken>(one: (file: File) => Promise<T>): Promise<Record<File, T[]>> {
  const all: Record<File, T[]> = { "empty.ts": [], "ours.ts": [], "theirs.ts": [] };
  for (let round = 0; round < rounds; round++) {
    for (const file of Object.keys(all) as File[]) all[file].push(await one(file));
  }
  return all;
}

function print<T>(
  labels: readonly string[],
  all: Readonly<Record<File, readonly T[]>>,
  value: (one: T) => number,
  goals?: Goal,
  isNet = true,
): void {
  const net = (file: File): number[] =>
    all[file].map((one, round) => {
      const empty = all["empty.ts"][round];
      return value(one) - (isNet && empty !== undefined ? value(empty) : 0);
    });
  const [ours, theirs] = [net("ours.ts"), net("theirs.ts")];
  const ratio = median(ours.map((one, round) => one / (theirs[round] ?? Number.NaN)));
  const digits = median(ours) < 50 ? 2 : 0;
  const cells = [
    ...labels,
    median(ours).toFixed(digits),
    median(theirs).toFixed(digits),
    ratio.toFixed(2),
  ];
  const bounds = goals === undefined ? ["", ""] : [`≤ ${goals.floor}`, `≤ ${goals.goal}`];
  console.log(`| ${[...cells, ...bounds].join(" | ")} |`);
}
