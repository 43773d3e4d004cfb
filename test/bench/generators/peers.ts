/** Other generators, installed when they are measured: none of them is a dependency of this project. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Command } from "../process.js";
import { ROOT } from "../stripe-project.js";

export interface Peer {
  readonly name: string;
  /** Undefined where it cannot be run here. */
  readonly command?: Command;
  readonly reason?: string;
}

interface Recipe {
  readonly name: string;
  readonly version: string;
  /** The script of its command line, inside its package. */
  readonly script: string;
  readonly args: (document: string) => readonly string[];
  /** What it takes from its surroundings. */
  readonly besides?: readonly string[];
  /** Versions of its dependencies that its own ranges miss. */
  readonly overrides?: Readonly<Record<string, string>>;
}

const RECIPES: readonly Recipe[] = [
  {
    name: "@hey-api/openapi-ts",
    version: "0.99.0",
    script: "bin/run.js",
    args: (document) => ["-i", document, "-o", "out", "--no-log-file"],
    besides: ["typescript@5.9.3"],
  },
  {
    name: "orval",
    version: "8.38.0",
    script: "dist/bin/orval.mjs",
    args: (document) => ["--input", document, "--output", "out/out.ts", "--client", "fetch"],
    besides: ["typescript@5.9.3"],
    // Later ones depend on a version that not every registry has.
    overrides: { "@scalar/openapi-parser": "0.29.8" },
  },
  {
    name: "oazapfts",
    version: "7.5.0",
    script: "dist/cli.js",
    args: (document) => [document, "out.ts"],
  },
  {
    name: "swagger-typescript-api",
    version: "13.13.0",
    script: "dist/cli.mjs",
    args: (document) => ["generate", "-p", document, "-o", "out", "-n", "api.ts"],
  },
];

/** Types only; what all others are measured against. It is a dependency of this project. */
export function openapiTypescript(document: string, cwd: string): Command {
  const script = join(ROOT, "node_modules/openapi-typescript/bin/cli.js");
  return { args: [script, document, "-o", "openapi-typescript.ts"], cwd };
}

/** Installs each in a folder of its own below `folder`. */
export async function installPeers(folder: string, document: string): Promise<readonly Peer[]> {
  const peers: Peer[] = [];
  for (const recipe of RECIPES) {
    const name = `${recipe.name} ${recipe.version}`;
    try {
      peers.push({ name, command: await install(recipe, folder, document) });
    } catch (error) {
      peers.push({ name, reason: reasonOf(error) });
    }
  }
  return peers;
}

async function install(recipe: Recipe, folder: string, document: string): Promise<Command> {
  const { name, version, script, args, besides = [], overrides = {} } = recipe;
  const cwd = join(folder, name.replace("/", "-"));
  await npmInstall(cwd, [`${name}@${version}`, ...besides], overrides);
  const root = join(cwd, "node_modules", name);
  const manifest: Manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const node = isOldFor(manifest.engines?.node) ? await newerNode(folder) : process.execPath;
  return { node, args: [join(root, script), ...args(document)], cwd };
}

interface Manifest {
  readonly engines?: { readonly node?: string };
}

/** Whether this Node is older than a range such as `>=22.18.0` asks for. */
function isOldFor(range = ">=0"): boolean {
  const wanted = /(\d+)(?:\.(\d+))?/.exec(range)?.slice(1) ?? [];
  const [major = 0, minor = 0] = wanted.map((part) => Number(part ?? 0));
  const [ours = 0, oursMinor = 0] = process.versions.node.split(".").map(Number);
  return ours < major || (ours === major && oursMinor < minor);
}

/** Node 22 as npm packs it for this platform. */
async function newerNode(folder: string): Promise<string> {
  const name = `node-${process.platform.replace("win32", "win")}-${process.arch}`;
  const cwd = join(folder, "node-22");
  const node = join(cwd, "node_modules", name, "bin/node");
  if (!existsSync(node)) await npmInstall(cwd, [`${name}@22`], {});
  return node;
}

async function npmInstall(
  cwd: string,
  packages: readonly string[],
  overrides: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(cwd, { recursive: true });
  await writeFile(join(cwd, "package.json"), JSON.stringify({ private: true, overrides }));
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  await promisify(execFile)("npm", ["install", "--save-exact", ...flags, ...packages], { cwd });
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
  return text.trim().split("\n").slice(0, 2).join(" ");
}
