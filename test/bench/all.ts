/**
 * `npm run bench [-- name …]`: runs the benches, one after the other, prints what each prints, and puts it into its section of
 * BENCHMARKS.md with the date, the machine, the versions and the command: all of them, or those that are named.
 */
import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { installedVersion } from "../../generator/support/package-root.js";
import { ROOT } from "./stripe-project.js";

interface Bench {
  readonly title: string;
  readonly says: string;
}

/** By the name of its script, `npm run bench:…`. */
const BENCHES: Readonly<Record<string, Bench>> = {
  types: {
    title: "Compiling a program that uses the package",
    says: "One program with one call, in a project with Node's types; instantiations and time of `tsc`, net of an empty file.",
  },
  wire: {
    title: "Calls on Node",
    says: "The same Checkout Session created by each client, against a server on loopback in a process of its own. `stripe@23.1.0` sends over `node:http`, its default.",
  },
  start: {
    title: "Cold start",
    says: "Importing the client and the first call, in a process of its own each time.",
  },
  generate: {
    title: "Generating all of Stripe",
    says: "Processor time of whole processes, each as a user of it would type it. openapi-typescript makes types alone: it is what the others are measured by.",
  },
  apis: {
    title: "Other APIs",
    says: "Large documents that npm carries, each with no settings at all.",
  },
  scale: {
    title: "Larger documents",
    says: "Stripe's document once, and 2, 4 and 8 times over under other names: what takes more than its share grows.",
  },
  docs: {
    title: "A reference",
    says: "Beside Redocly, which makes one page of the whole document.",
  },
  size: {
    title: "Bundles",
    says: "Programs that use the package, bundled and minified for browsers.",
  },
  "size:parts": {
    title: "What one call is made of",
    says: "By how much the bundle shrinks without a module, and without what it alone imports.",
  },
};

const FILE = join(ROOT, "BENCHMARKS.md");
const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(BENCHES);
const sections = await writtenSections();
for (const name of names) {
  const { title, says } = BENCHES[name] ?? unknown(name);
  console.log(`\n# npm run bench:${name}\n`);
  const output = await outputOf(name);
  sections.set(title, `${says}\n\n${output}\n\n${setting(name)}`);
  await writeReport();
}

/** What stands in the file, by title. */
async function writtenSections(): Promise<Map<string, string>> {
  const text = await readFile(FILE, "utf8").catch(() => "");
  const [, ...parts] = text.split(/^## /m);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf("\n");
      return [part.slice(0, end), part.slice(end + 1).trim()];
    }),
  );
}

function unknown(name: string): never {
  throw new Error(`There is no bench ${name}: one of ${Object.keys(BENCHES).join(", ")}`);
}

/** What a bench prints, which is shown as it comes. */
function outputOf(name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "--silent", `bench:${name}`], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
      process.stdout.write(piece);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(text.trim());
      else reject(new Error(`npm run bench:${name} ended with ${code}`));
    });
  });
}

async function writeReport(): Promise<void> {
  const text = [
    "# Benchmarks",
    "Written by `npm run bench`, not by hand. Ratios are medians of rounds in which all take turns on one machine, so that a busy machine slows all alike; absolute figures hold for the machine alone that is named.",
    ...Object.values(BENCHES).flatMap(({ title }) => {
      const section = sections.get(title);
      return section === undefined ? [] : [`## ${title}\n\n${section}`];
    }),
  ].join("\n\n");
  const options = await resolveConfig(FILE);
  await writeFile(FILE, await format(text, { ...options, parser: "markdown" }));
}

/** When, where and with what a bench ran. */
function setting(name: string): string {
  const [{ model = "" } = {}] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} cores (${model.trim()}), ${memory} GiB, ${process.platform} ${process.arch}`;
  const day = new Date().toISOString().slice(0, 10);
  const packages = ["typescript", "typescript-7", "stripe", "stripe-latest", "openapi-typescript"]
    .map((each) => `${each} ${installedVersion(each)}`)
    .join(", ");
  return `\`npm run bench:${name}\` on ${day}: ${machine}; Node ${process.versions.node}, ${packages}.`;
}
