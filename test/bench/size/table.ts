/**
 * `npm run bench:size`: what programs that use the package weigh when bundled, beside Stripe's own package, as a table
 * in the README. With `--check` nothing is written, and a table that is not up to date is an error.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { bundle, BUNDLERS, type Size, sizeOf } from "../../support/package/bundle.js";
import { packed, ROOT } from "../../support/package/packed.js";
import { type Program, PROGRAMS } from "../../support/package/programs.js";

const FILE = join(ROOT, "README.md");
const MARKED = /(<!-- size:start -->\n)[^]*(<!-- size:end -->)/;

const readme = await readFile(FILE, "utf8");
if (!MARKED.test(readme)) throw new Error("the README has no place for the size table");
const table = await sizeTable();
console.log(table);
const written = readme.replace(
  MARKED,
  (_, start: string, end: string) => `${start}\n${table}\n${end}`,
);
if (!process.argv.includes("--check")) await writeFile(FILE, written);
else if (!isFresh(readme, written)) {
  console.error("The size table in README.md is stale. Write it anew: npm run bench:size");
  process.exitCode = 1;
}

/** Another version of zlib may tip a figure to its neighbour. */
function isFresh(before: string, now: string): boolean {
  const figures = (text: string): number[] => (text.match(/\d+\.\d/g) ?? []).map(Number);
  const words = (text: string): string => text.replace(/[ -]*\d+\.\d */g, "#");
  const old = figures(before);
  return (
    words(before) === words(now) &&
    figures(now).every((figure, at) => Math.abs(figure - (old[at] ?? 0)) < 0.15)
  );
}

async function sizeTable(): Promise<string> {
  const { folder } = await packed();
  const rows = [`| kB of JavaScript | ${BUNDLERS.flatMap(columns).join(" | ")} | limit |`];
  rows.push(rows[0]?.replace(/[^|]+/g, "---") ?? "");
  for (const program of PROGRAMS) rows.push(await row(program, folder));
  const text = `${rows.join("\n")}\n`;
  return format(text, { ...(await resolveConfig(FILE)), parser: "markdown" });
}

function columns(bundler: string): string[] {
  return [`${bundler}: min`, "gzip", "brotli"];
}

async function row({ title, source, limit }: Program, folder: string): Promise<string> {
  const cells: string[] = [];
  for (const bundler of BUNDLERS) {
    const { min, gzip, brotli } = sizeOf(await bundle(bundler, source, folder));
    cells.push(kB(min), kB(gzip), kB(brotli));
  }
  return `| ${[title, ...cells, limit === undefined ? "" : kB(limit)].join(" | ")} |`;
}

/** One digit: zlib's own versions differ by a few bytes. */
function kB(bytes: Size[keyof Size]): string {
  return (bytes / 1000).toFixed(1);
}
