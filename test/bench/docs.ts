/**
 * `npm run bench:docs`: what the reference of Stripe takes to build and to show, beside Redocly's build of the same
 * document. Rounds: first argument, 3 by default. `--no-peers` installs nothing.
 */
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";
import { type Command, measure, median, type Usage } from "./process.js";
import { ROOT, STRIPE } from "./stripe-project.js";
import { run } from "../support/typecheck.js";

const BUILD = "node_modules/.tmp/bench";
const REDOCLY = "@redocly/cli@2.77.0";

const rounds = Number(process.argv[2]) || 3;
const peers = !process.argv.includes("--no-peers");
const problems = await run("7.0", ["-p", "tsconfig.build.json", "--outDir", BUILD]);
if (problems !== "") throw new Error(problems);
const folder = await mkdtemp(join(tmpdir(), "unfold-docs-"));
try {
  await bench();
} finally {
  await rm(folder, { recursive: true, force: true });
}

interface Row {
  readonly name: string;
  readonly usages: Usage[];
  readonly seconds: number[];
}

async function bench(): Promise<void> {
  const main = join(ROOT, BUILD, "generator/cli/main.js");
  const out = join(folder, "docs");
  const own: Command = { args: [main, "docs", "-q", "-o", out], cwd: ROOT };
  const rows = {
    cold: row("Unfold, cold"),
    unchanged: row("Unfold, unchanged"),
    redocly: row("Redocly build-docs"),
  };
  const redocly = peers ? await redoclyCommand() : undefined;
  for (let round = 0; round < rounds; round++) {
    await rm(out, { recursive: true, force: true });
    await timed(rows.cold, own);
    await timed(rows.unchanged, own);
    if (redocly !== undefined) await timed(rows.redocly, redocly);
  }
  console.log("| build | seconds | CPU s | peak MB |\n|---|---|---|---|");
  for (const { name, usages, seconds } of Object.values(rows)) {
    if (usages.length === 0) continue;
    const cpu = median(usages.map((usage) => usage.cpu)).toFixed(1);
    const memory = median(usages.map((usage) => usage.memory)).toFixed(0);
    console.log(`| ${name} | ${median(seconds).toFixed(1)} | ${cpu} | ${memory} |`);
  }
  await printSizes(out, redocly === undefined ? undefined : join(folder, "redoc.html"));
  await printSearch(out);
}

function row(name: string): Row {
  return { name, usages: [], seconds: [] };
}

async function timed({ usages, seconds }: Row, command: Command): Promise<void> {
  const start = performance.now();
  usages.push(await measure(command));
  seconds.push((performance.now() - start) / 1000);
}

async function redoclyCommand(): Promise<Command> {
  const { execFileSync } = await import("node:child_process");
  const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", REDOCLY];
  execFileSync("npm", args, { stdio: "ignore" });
  const bin = join(folder, "node_modules/@redocly/cli/bin/cli.js");
  return { args: [bin, "build-docs", STRIPE, "-o", join(folder, "redoc.html")], cwd: folder };
}

async function printSizes(out: string, peer: string | undefined): Promise<void> {
  const shared = (await zipped(join(out, "style.css"))) + (await zipped(join(out, "page.js")));
  const files = await readdir(join(out, "operations"));
  const pages = files.filter((name) => name.endsWith(".html"));
  const sizes = await Promise.all(pages.map((name) => zipped(join(out, "operations", name))));
  const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
  const largest = sizes.indexOf(Math.max(...sizes));
  console.log("\n| sent to show one operation, gzipped | kB |\n|---|---|");
  console.log(`| median page | ${kB(median(sizes))} |`);
  console.log(`| largest page (${pages[largest]}) | ${kB(sizes[largest] ?? 0)} |`);
  console.log(`| style and script, once | ${kB(shared)} |`);
  if (peer !== undefined)
    console.log(`| Redocly: everything, always | ${kB(await zipped(peer))} |`);
  const all = await readdir(out, { recursive: true, withFileTypes: true });
  const own = all.filter((entry) => entry.isFile());
  const bytes = await Promise.all(
    own.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  const total = bytes.reduce((sum, size) => sum + size, 0);
  console.log(`\n${own.length} files, ${(total / 1e6).toFixed(1)} MB.`);
}

async function zipped(file: string): Promise<number> {
  return gzipSync(await readFile(file)).length;
}

/** In Node as in the browser: both are V8. */
async function printSearch(out: string): Promise<void> {
  const text = await readFile(join(out, "search.js"), "utf8");
  const json = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
  const index = MiniSearch.loadJSON(json, { fields: ["title", "names", "words"] });
  const queries = ["customer", "checkout session expire", "refund", "GetInvoicesUpcoming", "paym"];
  const times = Array.from({ length: 40 }, (_, n) => {
    const start = performance.now();
    index.search(queries[n % queries.length] ?? "", {
      prefix: true,
      fuzzy: 0.2,
      combineWith: "AND",
    });
    return performance.now() - start;
  });
  console.log(
    `Search: index ${(gzipSync(text).length / 1000).toFixed(1)} kB gzipped, ${median(times).toFixed(2)} ms a query.`,
  );
}
