/** Preloaded into every Node process of a measured command: at its end, what it took. */
const { appendFileSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
  appendFileSync(process.env.UNFOLD_BENCH_USAGE, `${JSON.stringify(usage)}\n`);
});
