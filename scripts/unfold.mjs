/**
 * `node scripts/unfold.mjs …args`: the command line of this clone. It runs compiled code, which starts in half the time,
 * and compiles whatever has not been compiled yet: each state of the sources has a folder of its own, so that none is stale.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BUILDS = join(ROOT, "node_modules", ".cache", "unfold-builds");
/** As many states as someone goes back and forth between. */
const KEPT = 4;

const build = join(BUILDS, stateOfSources());
try {
  if (!existsSync(build)) compile(build);
  await import(pathToFileURL(join(build, "generator", "cli", "main.js")).href);
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}

/** A hash of all that the compiled code is made from. */
function stateOfSources() {
  const hash = createHash("sha256");
  const files = readdirSync(join(ROOT, "generator"), { recursive: true })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join("generator", file));
  const settings = ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json"];
  for (const file of [...files.sort(), ...settings]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 20);
}

/** Runs at the same time may both compile: the first to be done leaves its folder for all. */
function compile(to) {
  const own = `${to}.${process.pid}`;
  const require = createRequire(import.meta.url);
  const tsc = join(dirname(require.resolve("typescript-7/package.json")), "bin", "tsc");
  const args = [tsc, "-p", "tsconfig.build.json", "--declaration", "false", "--outDir", own];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: "utf8",
  });
  try {
    if (status !== 0) throw new Error(`The sources do not compile:\n${stdout}${stderr}`);
    removeOldest();
    try {
      renameSync(own, to);
    } catch (error) {
      if (!existsSync(to)) throw error;
    }
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

function removeOldest() {
  mkdirSync(BUILDS, { recursive: true });
  const builds = readdirSync(BUILDS)
    .map((name) => join(BUILDS, name))
    .filter((path) => !path.includes(`.${process.pid}`))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of builds.slice(KEPT - 1)) rmSync(path, { recursive: true, force: true });
}
