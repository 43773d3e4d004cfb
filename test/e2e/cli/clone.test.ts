/** The commands of a clone, `npm run generate` and others, run compiled code that is never stale. */
import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Finished, start } from "../../support/cli.js";
import { ROOT } from "../../support/package/packed.js";

const SOURCES = ["generator", "scripts", "package.json", "package-lock.json", "tsconfig.json"];

let clone: string;
beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), "unfold-clone-"));
  for (const name of [...SOURCES, "tsconfig.build.json", "templates"])
    await cp(join(ROOT, name), join(clone, name), { recursive: true });
  const packages = join(clone, "node_modules");
  await mkdir(packages);
  for (const name of await readdir(join(ROOT, "node_modules")))
    if (!name.startsWith("."))
      await symlink(join(ROOT, "node_modules", name), join(packages, name));
});
afterEach(() => rm(clone, { recursive: true, force: true }));

const unfold = (...args: string[]): Promise<Finished> =>
  start(process.execPath, ["scripts/unfold.mjs", ...args], { cwd: clone }).finished;
const builds = (): Promise<string[]> => readdir(join(clone, "node_modules/.cache/unfold-builds"));

it("compiles once, and again when a source has changed", async () => {
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  const both = await Promise.all([unfold("--version"), unfold("--version")]);
  expect(both.map(({ code, stdout }) => [code, stdout])).toEqual([
    [0, `${version}\n`],
    [0, `${version}\n`],
  ]);
  expect(await builds()).toHaveLength(1);

  const file = join(clone, "generator/cli/command-line.ts");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace("Turns an OpenAPI document", "Makes of an OpenAPI document"));
  expect((await unfold("--help")).stdout).toContain("Makes of an OpenAPI document");
  await writeFile(file, text);
  expect((await unfold("--help")).stdout).toContain("Turns an OpenAPI document");
  expect(await builds()).toHaveLength(2);
});

it("says where the sources do not compile, and leaves nothing of them", async () => {
  await appendFile(join(clone, "generator/cli/command-line.ts"), 'export const n: number = "1";\n');
  const { code, stderr } = await unfold("--version");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: The sources do not compile:\ngenerator\/cli\/command-line\.ts\(/);
  expect(stderr).not.toContain("    at ");
  expect(await builds()).toEqual([]);
});
