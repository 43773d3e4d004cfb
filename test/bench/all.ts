/**
 * `npm run bench`: runs every bench, one after the other, prints what each prints, and writes it to BENCHMARKS.md with the
 * machine, the versions and the command of each. Names of benches as arguments run those alone, and leave the file.
 */
import { execFileSync, spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
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
  scale: {
    title: "Larger documents",
    says: "The same for the largest documents that npm packages hold.",
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

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(BENCHES);
const sections: string[] = [];
for (const name of names) {
  const { title, says } = BENCHES[name] ?? unknown(name);
  console.log(`\n# npm run bench:${name}\n`);
  sections.push(`## ${title}\n\n${says} \`npm run bench:${name}\`\n\n${await outputOf(name)}`);
}
if (wanted.length === 0) await writeReport(sections);

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

async function writeReport(all: readonly string[]): Promise<void> {
  const file = join(ROOT, "BENCHMARKS.md");
  const text = [
    "# Benchmarks",
    "Written by `npm run bench`, not by hand. Ratios are medians of rounds in which all take turns on one machine, so that a busy machine slows all alike; absolute figures hold for this machine alone.",
    await setting(),
    ...all,
  ].join("\n\n");
  const options = await resolveConfig(file);
  await writeFile(file, await format(text, { ...options, parser: "markdown" }));
}

async function setting(): Promise<string> {
  const { devDependencies = {}, dependencies = {} }: Manifest = JSON.parse(
    await readFile(join(ROOT, "package.json"), "utf8"),
  );
  const versions = { ...dependencies, ...devDependencies };
  const of = (name: string) => `${name} ${(versions[name] ?? "").replace(/^npm:.*@/, "")}`;
  const [{ model = "" } = {}] = cpus();
  const npm = execFileSync("npm", ["--version"], { encoding: "utf8" }).trim();
  return [
    `- Machine: ${cpus().length} cores (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    `- Node ${process.versions.node}, npm ${npm}`,
    `- ${["typescript", "typescript-7", "stripe", "stripe-latest", "openapi-typescript"].map(of).join(", ")}`,
  ].join("\n");
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
