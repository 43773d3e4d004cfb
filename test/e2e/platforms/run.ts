/**
 * Runs the client on every platform that can be had, and the generator on each Node:
 * `npm run test:platforms [-- name…]`. Installs the binaries that `runtimes/` pins first; they take 0.7 GB on disk.
 */
import { execFileSync } from "node:child_process";
import { chromium } from "./runners/chromium.js";
import { command } from "./runners/commands.js";
import { edge } from "./runners/edge.js";
import type { Platform } from "./platform.js";
import { withGenerator } from "./generator.js";
import { installRuntimes, noRuntimes, runtime } from "./runtimes.js";
import { tryPlatform } from "./try-platform.js";
import { workerd } from "./runners/workerd.js";

const WORKERD = runtime("@cloudflare/workerd-linux-64/bin/workerd");

const platforms: readonly Platform[] = [
  withGenerator(command("node", process.execPath)),
  ...[
    withGenerator(command("node-22", runtime("node-22/bin/node"))),
    withGenerator(command("node-24", runtime("node-24/bin/node"))),
    command("bun", runtime("@oven/bun-linux-x64/bin/bun")),
    command("deno", runtime("@deno/linux-x64-glibc/deno"), ["run", "--allow-net", "--no-prompt"]),
    workerd(WORKERD),
    workerd(WORKERD, { node: true }),
  ].map((platform) => ({ ...platform, missing: noRuntimes })),
  edge,
  chromium,
];

const wanted = process.argv.slice(2);
for (const name of wanted.filter((name) => platforms.every((platform) => platform.name !== name))) {
  console.log(`FAILED   ${name}: there is no such platform`);
  process.exitCode = 1;
}

installRuntimes();
for (const platform of platforms) {
  if (wanted.length > 0 && !wanted.includes(platform.name)) continue;
  if (platform.missing !== undefined) console.log(`skipped  ${platform.name} ${platform.missing}`);
  else if (!(await passes(platform))) process.exitCode = 1;
}

async function passes(platform: Platform): Promise<boolean> {
  const title = `${platform.name} ${versionOf(platform)}`.trim();
  try {
    const outcomes = await tryPlatform(platform);
    const failed = outcomes.filter(({ failure }) => failure !== undefined);
    const passed = `${outcomes.length - failed.length} of ${outcomes.length} checks`;
    console.log(`${failed.length > 0 ? "FAILED " : "passed "}  ${title}: ${passed}`);
    for (const { check, failure } of failed) console.log(`\n  ${check}\n${failure}\n`);
    return failed.length === 0;
  } catch (error) {
    console.log(`FAILED   ${title}`);
    console.log(error);
    return false;
  }
}

function versionOf({ binary }: Platform): string {
  if (binary === undefined) return "";
  const [line = ""] = execFileSync(binary, ["--version"], {
    encoding: "utf8",
    stdio: "pipe",
  }).split("\n");
  return /\d[\w.-]*/.exec(line)?.[0] ?? line;
}
