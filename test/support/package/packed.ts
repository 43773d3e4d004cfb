/** The client packed and installed once, for all tests and processes that want it as its users get it. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import {
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { packProject } from "../../../generator/pack/index.js";
import config from "../../../unfold.config.js";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export interface Packed {
  /** A folder in which the package is installed. */
  readonly folder: string;
  readonly tarball: string;
}

/** Everything the package is made from. */
const INPUTS = [
  "generator",
  "templates",
  "spec",
  "LICENSE",
  "unfold.config.ts",
  "package-lock.json",
  "test/support/package/packed.ts",
];
const STORE = join(ROOT, "node_modules", ".tmp", "packed");

let known: Promise<Packed> | undefined;

/** Packs the client, unless what it is made from has not changed since. */
export function packed(): Promise<Packed> {
  return (known ??= find());
}

async function find(): Promise<Packed> {
  const folder = join(STORE, await fingerprint());
  while (!existsSync(folder)) {
    if (await locked(`${folder}.lock`)) {
      try {
        if (!existsSync(folder)) await pack(folder);
      } finally {
        await rm(`${folder}.lock`, { recursive: true });
      }
    } else await sleep(200);
  }
  const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz")) ?? "";
  return { folder, tarball: join(folder, tarball) };
}

/** `npm install` as a stranger runs it. */
export async function install(folder: string, ...packages: readonly string[]): Promise<void> {
  const flags = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  await promisify(execFile)("npm", ["install", ...flags, ...packages], { cwd: folder });
}

async function pack(folder: string): Promise<void> {
  await removeOld();
  const making = `${folder}.${process.pid}`;
  await mkdir(making, { recursive: true });
  for (const name of ["spec", "templates"]) await symlink(join(ROOT, name), join(making, name));
  await cp(join(ROOT, "LICENSE"), join(making, "LICENSE"));
  const project = config.projects.find(({ name }) => name === "stripe");
  if (project === undefined) throw new Error("the configuration has no project stripe");
  const tarball = await packProject(project, { cwd: making });
  const done = join(making, "installed");
  await mkdir(done);
  await cp(tarball, join(done, basename(tarball)));
  await writeFile(join(done, "package.json"), '{ "private": true, "type": "module" }\n');
  await install(done, `./${basename(tarball)}`);
  await rename(done, folder);
  await rm(making, { recursive: true });
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const input of INPUTS) {
    const path = join(ROOT, input);
    const inside = (await stat(path)).isDirectory()
      ? await readdir(path, { recursive: true, withFileTypes: true })
      : undefined;
    const files = inside?.filter((entry) => entry.isFile()) ?? [];
    const paths = inside ? files.map(({ parentPath, name }) => join(parentPath, name)) : [path];
    for (const file of paths.sort()) hash.update(file).update(await readFile(file));
  }
  return hash.digest("hex").slice(0, 16);
}

/** Whether the lock is ours now. That of a process which is no more counts for nothing. */
async function locked(path: string): Promise<boolean> {
  await mkdir(STORE, { recursive: true });
  try {
    await mkdir(path);
    await writeFile(join(path, "pid"), String(process.pid));
    return true;
  } catch {
    const pid = Number(await readFile(join(path, "pid"), "utf8").catch(() => process.pid));
    if (!isAlive(pid)) await rm(path, { recursive: true, force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function removeOld(): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(STORE)) {
    const path = join(STORE, name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs < hourAgo) await rm(path, { recursive: true, force: true });
  }
}
