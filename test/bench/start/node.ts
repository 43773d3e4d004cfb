/**
 * `npm run bench:start`: what importing the package and a first call take on Node, net of an empty program, beside
 * stripe@23.1.0. Ratios are medians of those of each round, in which all take turns. Rounds: first argument, 15 by default.
 */
import { join } from "node:path";
import { startStripeServer } from "../../support/servers/stripe-server.js";
import { stage } from "../../support/types/staged.js";
import { measure, median, type Usage } from "../process.js";

const rounds = Number(process.argv[2] ?? 15);
const staged = await stage();
await using server = await startStripeServer();
try {
  const { hostname, port } = new URL(server.url);
  const options = JSON.stringify({ host: hostname, port: Number(port), protocol: "http" });
  const call = `new Stripe("sk_test_123", ${options}).checkout.sessions.retrieve("cs_test_123")`;
  const programs = {
    empty: ["empty.mjs", ""],
    "stripe@23.1.0, ES modules": ["theirs.mjs", `import Stripe from "stripe";\nawait ${call};`],
    "stripe@23.1.0, CommonJS": ["theirs.cjs", `const Stripe = require("stripe");\n${call};`],
    "the class, ES modules": ["ours.mjs", `import Stripe from "@unfold/stripe";\nawait ${call};`],
    "the class, CommonJS": ["ours.cjs", `const { Stripe } = require("@unfold/stripe");\n${call};`],
    "the import alone, ES modules": ["import.mjs", `import "@unfold/stripe";`],
  };
  const all = Object.entries(programs).map(([name, [file = "", text = ""]]) => {
    staged.write(file, text);
    return { name, args: [join(staged.folder, file)], usages: [] as Usage[] };
  });
  for (let round = 0; round < rounds; round++) {
    for (const { args, usages } of all) usages.push(await measure({ args, cwd: staged.folder }));
  }
  const [empty, baseline] = all;
  const net = (one: typeof empty): number[] =>
    (one?.usages ?? []).map(({ cpu }, round) => cpu - (empty?.usages[round]?.cpu ?? 0));
  const theirs = net(baseline);
  console.log("| import and first call | CPU ms | ratio | floor | goal |");
  console.log("|---|---|---|---|---|");
  for (const one of all.slice(1)) {
    const ours = net(one);
    const ratio = median(ours.map((cpu, round) => cpu / (theirs[round] ?? Number.NaN)));
    const bounds = one.name === "the class, ES modules" ? ["≤ 0.75", "≤ 0.6"] : ["", ""];
    const cells = [one.name, (median(ours) * 1000).toFixed(0), ratio.toFixed(2), ...bounds];
    console.log(`| ${cells.join(" | ")} |`);
  }
} finally {
  staged.remove();
}
